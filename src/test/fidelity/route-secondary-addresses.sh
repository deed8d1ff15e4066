# The first address of a subnet is primary; when it goes its secondaries go too, unless promote_secondaries.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
ip addr add 10.0.1.1/24 dev va
ip addr add 10.0.1.11/24 dev va
ip addr add 10.0.1.12/24 brd + dev va
ip addr add 10.0.1.13/25 dev va
ip addr add 10.0.2.1/24 dev va label va:1 scope link
ip addr show va
ip route
ip route show table local
ip route add 172.16.0.0/24 via 10.0.1.2
ip route add 172.17.0.0/24 via 10.0.1.2 src 10.0.1.11
ping -c 1 -W 1 10.0.1.2
ip addr del 10.0.1.1/24 dev va
ip addr show va
ip route
ip route show table local
ip addr add 10.0.3.1/24 dev va
ip addr add 10.0.3.2/24 dev va
ip addr add 10.0.3.3/24 dev va
ip route add 172.18.0.0/24 via 10.0.3.99
sysctl -w net.ipv4.conf.va.promote_secondaries=1
ip addr del 10.0.3.1/24 dev va
ip addr show va
ip route
ip addr del 10.0.3.3/24 dev va
ip addr change 10.0.3.2/24 dev va preferred_lft 10 valid_lft 20
ip -o addr show va
ip addr flush dev va label va:1
ip addr flush dev va
ip addr show va
ip route
