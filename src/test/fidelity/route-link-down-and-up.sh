# A link that goes down takes its routes along; coming up restores the connected one alone. A lost carrier marks them.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip addr add 10.0.9.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
ip route add default via 10.0.1.2
ip route add 172.16.0.0/24 dev va
ip route add 172.17.0.0/24 via 10.0.1.2 table 77
ip route add blackhole 172.18.0.0/24
ip route
ip link set va down
ip route
ip route show table 77
ip route show table local
ip link set va up
ip route
ip route show table local
ip route add default via 10.0.1.2
ip -n a link set eth0 down
sleep 1.2
ip route
ip route get 10.0.1.2
ip route get 9.9.9.9
ping -c 1 -W 1 10.0.1.2
sysctl -w net.ipv4.conf.va.ignore_routes_with_linkdown=1
ip route get 10.0.1.2
ip route get 9.9.9.9
ping -c 1 -W 1 10.0.1.2
ip -n a link set eth0 up
sleep 0.3
ip route
ip addr del 10.0.1.1/24 dev va
ip route
ip link del va
ip route
ip route show table all
