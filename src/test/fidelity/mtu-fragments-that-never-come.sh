# A packet of which a fragment is lost waits, and its sender hears of it in the end; overlapping tries start anew.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sysctl -q -w net.ipv4.ipfrag_time=2
sysctl net.ipv4.ipfrag_time net.ipv4.ipfrag_high_thresh net.ipv4.ipfrag_max_dist
sleep 0.2
iptables -t raw -A PREROUTING -p icmp -m statistic --mode nth --every 3 --packet 1 -j DROP
iptables -t raw -nvL PREROUTING
ip netns exec a ping -c 1 -W 3.5 -s 4000 10.0.1.1
iptables -t raw -F
ip netns exec a ping -c 1 -W 1 -s 4000 10.0.1.1 | grep received
iptables -t raw -A PREROUTING ! -f -p icmp -j DROP
ip netns exec a ping -c 1 -W 3.5 -s 4000 10.0.1.1
iptables -t raw -nvL PREROUTING
