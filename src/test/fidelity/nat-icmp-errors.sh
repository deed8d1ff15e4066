# An ICMP error about a translated packet is translated inside as well: traceroute through NAT shows the routers, and the errors find their way.
for n in a r s; do ip netns add $n; ip -n $n link set lo up; done
ip link add va type veth peer name eth0 netns a
ip link add vr type veth peer name w netns r
ip link add e netns r type veth peer name eth0 netns s
ip addr add 10.0.1.1/24 dev va; ip link set va up; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a link set eth0 up; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vr; ip link set vr up; ip -n r addr add 10.0.2.2/24 dev w; ip -n r link set w up
ip -n r addr add 10.0.3.1/24 dev e; ip -n r link set e up; ip -n s addr add 10.0.3.2/24 dev eth0; ip -n s link set eth0 up; ip -n s route add default via 10.0.3.1
ip route add default via 10.0.2.2
sysctl -w net.ipv4.ip_forward=1
ip netns exec r sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -o vr -j MASQUERADE
iptables -A FORWARD -m conntrack --ctstate RELATED
iptables -A FORWARD -m conntrack --ctstate INVALID
sleep 0.2
ip netns exec a traceroute -n -q 1 -N 1 -w 1 10.0.3.2
ip netns exec a traceroute -n -q 1 -N 1 -w 1 -I 10.0.3.2
ip netns exec a ping -c 1 -W 1 -t 2 10.0.3.2
ip netns exec a nc -u -n -z -v -w 1 10.0.3.2 53
ip netns exec a ping -c 1 -W 4 10.0.3.99
ip netns exec a ping -c 1 -W 1 10.9.9.9
ip -n r link set e mtu 1000
ip netns exec a ping -c 1 -W 1 -M do -s 1200 10.0.3.2
ip netns exec a ping -c 1 -W 1 -M do -s 1200 10.0.3.2
ip -n a route get 10.0.3.2
iptables -nvL FORWARD
