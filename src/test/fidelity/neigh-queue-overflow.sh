# Packets wait for the answer in a queue; the oldest go when it overflows.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a link set eth0 up
sleep 0.2
sysctl net.ipv4.neigh.va.unres_qlen net.ipv4.neigh.va.unres_qlen_bytes
sysctl -w net.ipv4.neigh.va.unres_qlen=2
sysctl net.ipv4.neigh.va.unres_qlen net.ipv4.neigh.va.unres_qlen_bytes
(sleep 0.7; ip -n a addr add 10.0.1.2/24 dev eth0) &
ping -c 5 -i 0.1 -W 2 10.0.1.2
ip neigh
