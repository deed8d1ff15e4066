# A route's src chooses what local programs speak as; it must be an address of this host.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip addr add 10.0.1.11/24 dev va
ip addr add 192.168.5.5/32 dev lo
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a addr add 172.16.0.1/24 dev eth0
ip -n a link set eth0 up
ip -n a route add 192.168.5.5 via 10.0.1.1
sleep 0.2
ip route add 172.16.0.0/24 via 10.0.1.2 src 192.168.5.5
ip route add 172.17.0.0/24 via 10.0.1.2 src 10.0.1.77
ping -c 1 -W 1 172.16.0.1
ip route change 172.16.0.0/24 via 10.0.1.2 src 10.0.1.11
ping -c 1 -W 1 172.16.0.1
ping -c 1 -W 1 -I 10.0.1.1 172.16.0.1
ip route get 172.16.0.1
ip route get 172.16.0.1 from 192.168.5.5
ip route get 172.16.0.1 from 1.2.3.4
ip addr del 10.0.1.11/24 dev va
ip route
ip route add 172.16.0.0/24 via 10.0.1.2 src 192.168.5.5
ip addr del 192.168.5.5/32 dev lo
ip route
