# Every field of a connection that a rule may ask for.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A PREROUTING -p tcp -d 10.0.1.1 --dport 8080 -j DNAT --to-destination 10.0.2.2:80
iptables -t nat -A POSTROUTING -o vc -p tcp -j SNAT --to-source 10.0.2.9
ip addr add 10.0.2.9/32 dev vc
iptables -A FORWARD -m conntrack --ctproto 6
iptables -A FORWARD -m conntrack --ctorigsrc 10.0.1.0/24
iptables -A FORWARD -m conntrack ! --ctorigdst 10.0.1.1
iptables -A FORWARD -m conntrack --ctreplsrc 10.0.2.2
iptables -A FORWARD -m conntrack --ctrepldst 10.0.2.9
iptables -A FORWARD -m conntrack --ctorigdstport 8080
iptables -A FORWARD -m conntrack --ctreplsrcport 80
iptables -A FORWARD -m conntrack --ctstatus SEEN_REPLY
iptables -A FORWARD -m conntrack --ctstatus ASSURED
iptables -A FORWARD -m conntrack --ctstate SNAT
iptables -A FORWARD -m conntrack --ctstate DNAT
iptables -A FORWARD -m conntrack --ctdir ORIGINAL
iptables -A FORWARD -m conntrack --ctexpire 1:200
ip netns exec c nc -l -k -p 80 > /dev/null &
sleep 0.3
ip netns exec a nc -n -z -v -w 1 10.0.1.1 8080
sleep 0.2
iptables -nvL FORWARD
iptables -S FORWARD
conntrack -L 2>/dev/null | sed 's/^tcp *6 [0-9]*/tcp 6 T/'
kill %1
