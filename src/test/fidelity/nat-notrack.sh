# NOTRACK: no entry, no translation; the state is UNTRACKED.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -o vc -j MASQUERADE
iptables -t raw -A PREROUTING -p icmp -j NOTRACK
iptables -A FORWARD -m conntrack --ctstate UNTRACKED
iptables -A FORWARD -m conntrack --ctstate INVALID,NEW
iptables -A FORWARD -m state --state UNTRACKED
sleep 0.2
ip netns exec a ping -c 1 -W 1 10.0.2.2
ip netns exec a nc -n -z -v -w 1 10.0.2.2 80
conntrack -L 2>/dev/null
conntrack -C
iptables -nvL FORWARD
iptables -t raw -nvL PREROUTING
iptables -t raw -S
iptables -t raw -R PREROUTING 1 -p tcp -j CT --notrack
iptables -t raw -S
iptables -A FORWARD -j NOTRACK
ip netns exec a ping -c 1 -W 1 10.0.2.2
