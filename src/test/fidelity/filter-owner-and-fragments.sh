# owner knows who sends; -f matches later fragments when nothing reassembles.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
iptables -A OUTPUT -m owner --uid-owner 0
iptables -A OUTPUT -m owner --uid-owner 1000
iptables -A OUTPUT -m owner ! --gid-owner 0
iptables -A INPUT -f
iptables -A INPUT -p icmp --icmp-type echo-request
iptables -t raw -A PREROUTING -f
iptables -t raw -A PREROUTING ! -f
ping -c 1 -W 1 10.0.1.2 | grep received
ip netns exec a ping -c 1 -W 1 -s 3000 10.0.1.1 | grep received
iptables -nvL
iptables -t raw -nvL PREROUTING
iptables -A INPUT -m conntrack --ctstate NEW
ip netns exec a ping -c 1 -W 1 -s 3000 10.0.1.1 | grep received
iptables -nvL INPUT
iptables -t raw -nvL PREROUTING
iptables -t raw -A PREROUTING -f -j DROP
ip netns exec a ping -c 1 -W 1 -s 3000 10.0.1.1 | grep received
iptables -S
