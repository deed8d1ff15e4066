# What was heard is believed for the reachable time; then it is stale, and asked again when it is used.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
sysctl -w net.ipv4.neigh.va.base_reachable_time_ms=1000 net.ipv4.neigh.va.delay_first_probe_time=0
ping -c 1 -W 1 10.0.1.2 | grep received
ip neigh
sleep 2
ip neigh
ping -c 1 -W 1 10.0.1.2 | grep received
sleep 0.3
ip neigh
sleep 1.5
ip neigh
