# REJECT's kinds, and what ping, nc and traceroute say to each.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
sysctl -w net.ipv4.ip_forward=1
sleep 0.2
for k in icmp-net-unreachable icmp-host-unreachable icmp-proto-unreachable icmp-port-unreachable icmp-net-prohibited icmp-host-prohibited icmp-admin-prohibited; do
  iptables -A FORWARD -j REJECT --reject-with $k
  ip netns exec a ping -c 1 -W 1 10.0.2.2 | sed -n 2p
  ip netns exec a nc -n -z -v -w 1 10.0.2.2 80
  iptables -F FORWARD
done
iptables -A FORWARD -p tcp -j REJECT --reject-with tcp-reset
ip netns exec a nc -n -z -v -w 1 10.0.2.2 80
iptables -A FORWARD -j REJECT --reject-with tcp-reset
iptables -A FORWARD -j REJECT --reject-with nosuch
iptables -S
iptables -nvL FORWARD
