# Rules changed under a flow: the mapping stays, new flows follow the new rules; a flush ends it.
for n in a c d; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
ip addr add 10.0.3.1/24 dev vd; ip -n d addr add 10.0.3.2/24 dev eth0; ip -n d route add default via 10.0.3.1
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A PREROUTING -d 198.51.100.1 -j DNAT --to-destination 10.0.2.2
sleep 0.2
ip netns exec a ping -c 6 -i 0.3 -W 1 198.51.100.1 > /dev/null &
sleep 0.7
iptables -t nat -R PREROUTING 1 -d 198.51.100.1 -j DNAT --to-destination 10.0.3.2
ip netns exec a ping -c 1 -W 1 198.51.100.1 | grep received
sleep 0.3
conntrack -F
wait
iptables -t nat -nvL PREROUTING
ip netns exec c ip -s link show eth0 | grep -c RX
conntrack -L 2>/dev/null | sort | grep -o 'src=10.0.[23].2' | sort | uniq -c
