# Entries live as long as their kind: icmp 30 s, udp 30 s and 120 s, and less by sysctl.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -o vc -j MASQUERADE
sysctl -w net.netfilter.nf_conntrack_icmp_timeout=1 net.netfilter.nf_conntrack_udp_timeout=2
sleep 0.2
ip netns exec a ping -c 1 -W 1 10.0.2.2 | grep received
ip netns exec a iptables -A INPUT -p icmp -j DROP
echo hi | ip netns exec a nc -u -n -w 1 -p 5000 10.0.2.2 53
conntrack -C
conntrack -L 2>/dev/null | awk '{print $1}'
sleep 2.5
conntrack -C
conntrack -L
