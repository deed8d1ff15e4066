# The states a connection goes through, as conntrack tells them.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
sysctl -w net.ipv4.ip_forward=1
iptables -A FORWARD -m conntrack --ctstate NEW -j ACCEPT
l(){ conntrack -L -p tcp 2>/dev/null | awk '{print $4, $9}'; }
ip netns exec c iptables -A INPUT -p tcp --dport 81 -j DROP
ip netns exec c nc -l -p 80 > /dev/null &
sleep 0.3
ip netns exec a nc -n -z -w 1 -p 4001 10.0.2.2 81 &
sleep 0.3
l
conntrack -F 2>/dev/null
sleep 1
(sleep 1) | ip netns exec a nc -n -N -p 4000 10.0.2.2 80 &
sleep 0.4
l
sleep 1.2
l
conntrack -F 2>/dev/null
ip netns exec c nc -l -p 82 > /dev/null &
s=$!
sleep 0.3
sleep 2 | ip netns exec a nc -n -p 4003 10.0.2.2 82 &
sleep 0.3
ip netns exec a nc -n -z -w 1 -p 4004 10.0.2.2 83
l | sort
sysctl net.netfilter.nf_conntrack_tcp_timeout_syn_sent net.netfilter.nf_conntrack_tcp_timeout_time_wait net.netfilter.nf_conntrack_tcp_timeout_close net.netfilter.nf_conntrack_tcp_timeout_fin_wait net.netfilter.nf_conntrack_generic_timeout
