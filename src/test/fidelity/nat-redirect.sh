# REDIRECT sends to this host itself: to the address of the link it came by, or to 127.0.0.1 for its own.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip addr add 10.0.1.11/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
ip -n a route add default via 10.0.1.1
iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 8080
iptables -t nat -A OUTPUT -p tcp --dport 80 -j REDIRECT --to-ports 8080
iptables -t nat -A PREROUTING -p icmp -d 198.51.100.0/24 -j REDIRECT
nc -l -k -p 8080 > /dev/null &
sleep 0.3
ip netns exec a nc -n -z -v -w 1 10.0.1.1 80
ip netns exec a nc -n -z -v -w 1 10.0.1.11 80
ip netns exec a nc -n -z -v -w 1 198.51.100.5 80
ip netns exec a ping -c 1 -W 1 198.51.100.5
nc -n -z -v -w 1 10.0.1.1 80
nc -n -z -v -w 1 198.51.100.7 80
ip route add default via 10.0.1.2
nc -n -z -v -w 1 198.51.100.7 80
conntrack -L -p tcp 2>/dev/null | sed 's/tcp *6 [0-9]*/tcp 6 T/' | sort
iptables -t nat -S
kill %1
