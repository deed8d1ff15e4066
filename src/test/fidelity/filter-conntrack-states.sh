# A stateful firewall: what was asked for comes in, the rest does not.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
sysctl -w net.ipv4.ip_forward=1
iptables -P FORWARD DROP
iptables -A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
iptables -A FORWARD -m conntrack --ctstate INVALID -j DROP
iptables -A FORWARD -i va -m conntrack --ctstate NEW -j ACCEPT
ip netns exec c nc -l -k -p 80 > /dev/null &
ip netns exec a nc -l -k -p 80 > /dev/null &
sleep 0.3
ip netns exec a ping -c 1 -W 1 10.0.2.2 | grep received
ip netns exec c ping -c 1 -W 1 10.0.1.2 | grep received
ip netns exec a nc -n -z -v -w 1 10.0.2.2 80
ip netns exec c nc -n -z -v -w 1.5 10.0.1.2 80
ip netns exec a nc -u -n -z -v -w 1 10.0.2.2 53
ip netns exec a traceroute -n -q 1 -N 1 -w 1 10.0.2.2
iptables -nvL FORWARD
kill %1 %2
