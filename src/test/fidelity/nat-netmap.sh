# NETMAP exchanges the network part and keeps the host part, both ways.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a addr add 10.0.1.77/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -s 10.0.1.0/24 -o vc -j NETMAP --to 172.16.9.0/24
iptables -t nat -A PREROUTING -d 172.16.9.0/24 -i vc -j NETMAP --to 10.0.1.0/24
sleep 0.2
ip netns exec a ping -c 1 -W 1 10.0.2.2
ip netns exec a ping -c 1 -W 1 -I 10.0.1.77 10.0.2.2
ip netns exec c ping -c 1 -W 1 172.16.9.77
ip netns exec c ping -c 1 -W 4 172.16.9.5
iptables -t nat -nvL
conntrack -L 2>/dev/null | sort
