# MASQUERADE takes the address of the link it leaves by, as it is at that moment; a change of address forgets the old flows.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip addr add 10.0.2.9/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -o vc -j MASQUERADE
sleep 0.2
ip netns exec a ping -c 1 -W 1 10.0.2.2
conntrack -L -p icmp 2>/dev/null
ip netns exec c nc -u -l -p 53 > /dev/null &
sleep 0.3
echo hi | ip netns exec a nc -u -n -w 1 -p 5000 10.0.2.2 53
conntrack -L -p udp 2>/dev/null
ip addr del 10.0.2.1/24 dev vc
ip addr add 10.0.2.5/24 dev vc
conntrack -L -p udp 2>/dev/null
ip netns exec a ping -c 1 -W 1 10.0.2.2
ip link set vc down
ip link set vc up
sleep 0.2
conntrack -L 2>/dev/null
ip netns exec a ping -c 1 -W 1 10.0.2.2
iptables -t nat -nvL POSTROUTING
kill %1 2>/dev/null
