# What connection tracking makes of odd TCP: a middle of nowhere, a reset from nowhere, a flow that begins again, a half-open one.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
sysctl -w net.ipv4.ip_forward=1
iptables -A FORWARD -m conntrack --ctstate INVALID
iptables -A FORWARD -m conntrack --ctstate NEW
iptables -A FORWARD -m conntrack --ctstate ESTABLISHED
ip netns exec c nc -l -k -p 80 > /dev/null &
sleep 0.3
(sleep 0.6; echo one; sleep 0.6) | ip netns exec a nc -n -p 4000 10.0.2.2 80 &
sleep 0.3
conntrack -L -p tcp 2>/dev/null | sed 's/^tcp *6 [0-9]*/tcp 6 T/'
conntrack -F
sleep 1.5
conntrack -L -p tcp 2>/dev/null | sed 's/^tcp *6 [0-9]*/tcp 6 T/'
iptables -nvL FORWARD
sysctl -w net.netfilter.nf_conntrack_tcp_loose=0
(sleep 0.6; echo one; sleep 0.6) | ip netns exec a nc -n -p 4001 10.0.2.2 80 &
sleep 0.3
conntrack -F
sleep 1.5
conntrack -L -p tcp 2>/dev/null | sed 's/^tcp *6 [0-9]*/tcp 6 T/'
iptables -nvL FORWARD
ip netns exec a nc -n -z -v -w 1 -p 4002 10.0.2.2 81
conntrack -L -p tcp 2>/dev/null | sed 's/^tcp *6 [0-9]*/tcp 6 T/'
