# What conntrack makes of an answer without a question, a port reused, an error to nobody, and UDP both ways.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
sysctl -w net.ipv4.ip_forward=1
for s in NEW ESTABLISHED RELATED INVALID; do iptables -A FORWARD -m conntrack --ctstate $s; done
ip netns exec c nc -u -l -p 53 > /dev/null &
sleep 0.3
echo one | ip netns exec a nc -u -n -w 1 -p 5000 10.0.2.2 53
iptables -nvL FORWARD; iptables -Z
echo two | ip netns exec a nc -u -n -w 1 -p 5001 10.0.2.2 54
iptables -nvL FORWARD; iptables -Z
ip netns exec a ping -c 1 -W 1 10.0.2.9 | grep received
iptables -nvL FORWARD; iptables -Z
ip netns exec a nc -n -z -w 1 -p 6000 10.0.2.2 81
ip netns exec a nc -n -z -w 1 -p 6000 10.0.2.2 81
iptables -nvL FORWARD
conntrack -L 2>/dev/null | sort | sed 's/^\(tcp *6\|udp *17\|icmp *1\) [0-9]*/\1 T/'
sysctl net.netfilter.nf_conntrack_max net.netfilter.nf_conntrack_tcp_be_liberal net.netfilter.nf_conntrack_checksum
