# Two clients with the same source port: the second gets another port; with --to-source a range of ports.
for n in a b c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.3.1/24 dev vb; ip -n b addr add 10.0.3.2/24 dev eth0; ip -n b route add default via 10.0.3.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -p udp -o vc -j SNAT --to-source 10.0.2.1:6000-6000
iptables -t nat -A POSTROUTING -p tcp -o vc -j SNAT --to-source 10.0.2.50
iptables -t nat -A POSTROUTING -p icmp -o vc -j SNAT --to-source 10.0.2.60-10.0.2.60
ip addr add 10.0.2.50/32 dev vc; ip addr add 10.0.2.60/32 dev vc
ip netns exec c nc -u -l -k -p 53 > /dev/null &
sleep 0.3
echo hi | ip netns exec a nc -u -n -w 1 -p 5000 10.0.2.2 53
echo ho | ip netns exec b nc -u -n -w 1 -p 5000 10.0.2.2 53
ip netns exec a nc -n -z -v -w 1 -p 7000 10.0.2.2 80
ip netns exec b nc -n -z -v -w 1 -p 7000 10.0.2.2 81
ip netns exec a ping -c 1 -W 1 10.0.2.2
iptables -t nat -nvL POSTROUTING
conntrack -L 2>/dev/null | sort | sed 's/^\(tcp *6\|udp *17\|icmp *1\) [0-9]*/\1 T/'
iptables -t nat -S
iptables -t nat -A POSTROUTING -j SNAT
iptables -t nat -A POSTROUTING -j SNAT --to-source 10.0.2.300
iptables -t nat -A POSTROUTING -j SNAT --to-source 10.0.2.1:80
iptables -t nat -A POSTROUTING -p tcp -j SNAT --to-source 10.0.2.1:80-70
iptables -t nat -A POSTROUTING -j DNAT --to-destination 10.0.2.1
iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports 1024-2000 --random
iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --random-fully
iptables -t nat -S POSTROUTING
kill %1
