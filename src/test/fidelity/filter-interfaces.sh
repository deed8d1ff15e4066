# -i and -o with names, wildcards and negation; each is known only in some chains.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
sysctl -w net.ipv4.ip_forward=1
iptables -A FORWARD -i va -o vc
iptables -A FORWARD -i v+ -o v+
iptables -A FORWARD ! -i va
iptables -A FORWARD -o nosuch
iptables -A INPUT -o va
iptables -A OUTPUT -i va
iptables -A INPUT ! -i lo -p icmp -j DROP
iptables -A OUTPUT -o va
iptables -A OUTPUT ! -o va
sleep 0.2
ip netns exec a ping -c 1 -W 1 10.0.2.2 | grep received
ip netns exec a ping -c 1 -W 1 10.0.1.1 | grep received
ping -c 1 -W 1 10.0.1.1 | grep received
ping -c 1 -W 1 10.0.2.2 | grep received
iptables -nvL
iptables -S
