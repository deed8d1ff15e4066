# limit lets a burst through and then what its rate allows; the rest goes on.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
iptables -A INPUT -p icmp -m limit --limit 6/min --limit-burst 3 -j ACCEPT
iptables -A INPUT -p icmp -j DROP
ip netns exec a ping -c 5 -i 0.2 -W 1 10.0.1.1
iptables -nvL INPUT
iptables -F
iptables -A INPUT -p icmp -m limit --limit 2/sec --limit-burst 1 -j ACCEPT
iptables -A INPUT -p icmp -j DROP
ip netns exec a ping -c 5 -i 0.35 -W 1 10.0.1.1
iptables -nvL INPUT
iptables -S
iptables -F
iptables -A INPUT -p icmp -m statistic --mode nth --every 3 --packet 0 -j DROP
ip netns exec a ping -c 6 -i 0.2 -W 1 10.0.1.1
iptables -A INPUT -p tcp --syn -m connlimit --connlimit-above 2 -j REJECT
iptables -A INPUT -m recent --name seen --set
iptables -S
