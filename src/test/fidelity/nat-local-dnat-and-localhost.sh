# DNAT to 127.0.0.1 needs route_localnet; the host's own packets are rewritten in OUTPUT; INPUT's SNAT.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
iptables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 127.0.0.1:8080
nc -l -k 127.0.0.1 8080 > /dev/null &
sleep 0.3
ip netns exec a nc -n -z -v -w 1 10.0.1.1 80
sysctl -w net.ipv4.conf.va.route_localnet=1
ip netns exec a nc -n -z -v -w 1 10.0.1.1 80
iptables -t nat -A OUTPUT -p tcp --dport 80 -j DNAT --to-destination 127.0.0.1:8080
nc -n -z -v -w 1 10.0.1.1 80
nc -n -z -v -w 1 10.0.1.2 80
iptables -t nat -A INPUT -s 10.0.1.2 -j SNAT --to-source 10.0.1.99
ip netns exec a ping -c 1 -W 1 10.0.1.1
conntrack -L -p icmp 2>/dev/null
iptables -t nat -nvL
kill %1
