# Rules, policies, connections and NAT.
sysctl -qw net.ipv4.ip_forward=1
for i in 1 2 3; do
  ip netns add h$i
  ip link add p$i type veth peer name eth0 netns h$i
  ip link set p$i up
  ip addr add 10.0.$i.254/24 dev p$i
  ip -n h$i addr add 10.0.$i.1/24 dev eth0
  ip -n h$i link set eth0 up
  ip -n h$i route add default via 10.0.$i.254
done
iptables -A FORWARD -p tcp --dport 81 -j REJECT --reject-with tcp-reset
iptables -A FORWARD -p tcp --dport 82 -j REJECT
iptables -A FORWARD -s 10.0.9.0/24 -j ACCEPT
iptables -A FORWARD -p icmp
iptables -A FORWARD -p icmp -m conntrack --ctstate NEW -j ACCEPT
iptables -A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
iptables -A FORWARD -p udp --dport 53 -j DROP
iptables -P FORWARD DROP
ip netns exec h1 ping -c 2 -i 0.3 -W 1 10.0.2.1
ip netns exec h1 nc -z -w 1 10.0.2.1 81
ip netns exec h1 nc -z -w 1 10.0.2.1 82
echo q | ip netns exec h1 nc -u -w 1 10.0.2.1 53
echo q | ip netns exec h1 nc -u -w 1 10.0.2.1 54
iptables -P FORWARD ACCEPT
# NAT, there and back.
iptables -t nat -A POSTROUTING -o p2 -j MASQUERADE
iptables -t nat -A PREROUTING -i p1 -d 10.0.7.7 -j DNAT --to-destination 10.0.2.1
ip netns exec h1 ping -c 1 -W 1 10.0.2.1
ip netns exec h1 ping -c 1 -W 1 10.0.7.7
# A masqueraded connection whose route now leaves by another device.
ip netns exec h1 ping -c 4 -i 1 -W 1 10.0.2.1 &
sleep 1.5
ip route replace 10.0.2.1/32 via 10.0.3.1 dev p3
iptables -t nat -A POSTROUTING -o p3 -j MASQUERADE
wait
ip route del 10.0.2.1/32
# What the host sends is rewritten, and then there is no way to it.
iptables -t nat -A OUTPUT -d 10.0.8.8 -j DNAT --to-destination 203.0.113.3
ip route add 10.0.8.0/24 via 10.0.2.1
ping -c 1 -W 1 10.0.8.8
