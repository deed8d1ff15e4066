# reject with
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
ip -n a link set lo up
sleep 0.3
ping -c 1 10.0.1.2 >/dev/null
A="ip netns exec a"
iptables -A INPUT -p tcp --dport 81 -j REJECT
iptables -A INPUT -p tcp --dport 82 -j REJECT --reject-with tcp-reset
iptables -A INPUT -p tcp --dport 83 -j REJECT --reject-with icmp-host-unreachable
iptables -A INPUT -p tcp --dport 84 -j REJECT --reject-with icmp-admin-prohibited
for p in 81 82 83 84; do $A nc -n -v -w 2 -p 70$p 10.0.1.1 $p </dev/null; echo $?; done
