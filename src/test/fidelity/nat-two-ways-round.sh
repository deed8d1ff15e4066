# DNAT and SNAT of one flow, with UDP and ICMP, and what each side's capture says.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A PREROUTING -d 198.51.100.1 -p udp --dport 5353 -j DNAT --to-destination 10.0.2.2:53
iptables -t nat -A PREROUTING -d 198.51.100.1 -p tcp -j DNAT --to-destination 10.0.2.2:8000-8000
iptables -t nat -A PREROUTING -d 198.51.100.1 -j DNAT --to-destination 10.0.2.2
iptables -t nat -A POSTROUTING -o vc -p udp -j SNAT --to-source 10.0.2.1:7000
iptables -t nat -A POSTROUTING -o vc -j MASQUERADE
ip netns exec c nc -u -l -k -p 53 > /dev/null &
ip netns exec c nc -l -k -p 8000 > /dev/null &
sleep 0.3
ip netns exec a ping -c 2 -i 0.2 -W 1 198.51.100.1 | grep received
echo hi | ip netns exec a nc -u -n -w 1 -p 6000 198.51.100.1 5353
ip netns exec a nc -n -z -v -w 1 198.51.100.1 22
ip netns exec a traceroute -n -q 1 -N 1 -w 1 -p 40000 198.51.100.1 | awk '{print $1, $2}'
iptables -t nat -nvL
conntrack -L 2>/dev/null | sort | awk '{print $1, $4, $5, $NF}' | sed 's/sport=[0-9]*//'
kill %1 %2
