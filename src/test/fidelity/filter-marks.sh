# MARK and CONNMARK: a mark lives on the packet, a connmark on the connection; rules and routes read it.
for n in a b c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vb; ip -n b addr add 10.0.2.2/24 dev eth0; ip -n b route add default via 10.0.2.1; ip -n b addr add 172.16.0.1/32 dev eth0
ip addr add 10.0.3.1/24 dev vc; ip -n c addr add 10.0.3.2/24 dev eth0; ip -n c route add default via 10.0.3.1; ip -n c addr add 172.16.0.1/32 dev eth0
sysctl -w net.ipv4.ip_forward=1
ip route add 172.16.0.1 via 10.0.2.2
ip route add 172.16.0.1 via 10.0.3.2 table 7
ip rule add fwmark 0x7/0xff lookup 7
iptables -t mangle -A PREROUTING -p icmp -j MARK --set-mark 7
iptables -t mangle -A PREROUTING -m mark --mark 7
iptables -t mangle -A PREROUTING -p icmp -j CONNMARK --save-mark
iptables -t mangle -A POSTROUTING -m connmark --mark 7
sleep 0.2
ip netns exec a ping -c 1 -W 1 172.16.0.1 | grep received
ip netns exec a nc -n -z -v -w 1 172.16.0.1 80
iptables -t mangle -nvL
iptables -t mangle -A OUTPUT -p tcp -j MARK --set-xmark 0x7/0xff
nc -n -z -v -w 1 172.16.0.1 80
ping -c 1 -W 1 172.16.0.1 | grep received
iptables -t mangle -A OUTPUT -p icmp -j TOS --set-tos 0x10
iptables -t mangle -A POSTROUTING -p icmp -j TTL --ttl-set 3
ping -c 1 -W 1 10.0.2.2 | grep received
iptables -t mangle -S
conntrack -L -p icmp 2>/dev/null | grep -o 'mark=[0-9]*'
iptables -A FORWARD -j MARK --set-mark 1
iptables -A FORWARD -j TTL --ttl-set 1
