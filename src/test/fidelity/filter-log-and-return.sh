# LOG goes on, RETURN in a chain of the system is its policy, -g does not come back.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
iptables -N A
iptables -N B
iptables -A A -p icmp -g B
iptables -A A -j DROP
iptables -A B -s 10.0.1.99 -j DROP
iptables -A INPUT -j LOG --log-prefix "in: " --log-level 4
iptables -A INPUT -p icmp -j A
iptables -A INPUT -p icmp -j ACCEPT
iptables -A INPUT -j RETURN
iptables -A INPUT -j DROP
ip netns exec a ping -c 1 -W 1 10.0.1.1 | grep received
ip netns exec a nc -n -z -v -w 1 10.0.1.1 80
iptables -nvL
iptables -P INPUT DROP
ip netns exec a nc -n -z -v -w 1 10.0.1.1 80
iptables -nvL INPUT
iptables -S
iptables -A A -j A
iptables -A B -j A
iptables -L -n --line-numbers
