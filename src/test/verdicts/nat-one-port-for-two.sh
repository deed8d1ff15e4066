# SNAT to a single port: the second client's packet has nowhere to go.
for n in a b c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.3.1/24 dev vb; ip -n b addr add 10.0.3.2/24 dev eth0; ip -n b route add default via 10.0.3.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -p udp -o vc -j SNAT --to-source 10.0.2.1:6000
iptables -A FORWARD -s 10.0.2.2 -j DROP
echo hi | ip netns exec a nc -u -n -w 1 10.0.2.2 53
echo ho | ip netns exec b nc -u -n -w 1 10.0.2.2 53
