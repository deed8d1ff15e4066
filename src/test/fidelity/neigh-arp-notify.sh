# arp_notify announces a link's addresses when it comes up, when one is added and when the link's own address changes.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip link set va up
ip -n a link set eth0 up
ip addr add 10.0.1.1/24 dev va
sleep 0.2
sysctl -w net.ipv4.conf.va.arp_notify=1
ip addr add 10.0.1.11/24 dev va
ip link set va address 02:00:00:00:00:aa
ip link set va down
ip link set va up
sleep 0.3
ip -n a link set eth0 down
ip -n a link set eth0 up
sleep 0.3
ip addr
