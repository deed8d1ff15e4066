# An unasked announcement makes no entry, unless arp_accept says so.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
ip netns exec a arping -c 1 -U -I eth0 10.0.1.2
ip netns exec a arping -c 1 -A -I eth0 10.0.1.2
ip neigh
sysctl -w net.ipv4.conf.va.arp_accept=1
ip netns exec a arping -c 1 -U -I eth0 10.0.1.2
ip neigh
ip neigh flush all
ip netns exec a arping -c 1 -A -I eth0 10.0.1.2
ip neigh
ip neigh flush all
sysctl -w net.ipv4.conf.va.arp_accept=2
ip -n a addr add 10.9.9.9/32 dev eth0
ip netns exec a arping -c 1 -A -I eth0 10.9.9.9
ip netns exec a arping -c 1 -A -I eth0 10.0.1.2
ip neigh
sysctl -w net.ipv4.conf.va.drop_gratuitous_arp=1
ip -n a link set eth0 address 02:00:00:00:00:99
ip netns exec a arping -c 1 -A -I eth0 10.0.1.2
ip neigh
