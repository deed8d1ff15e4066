# Data that is never acknowledged is sent again, ever more rarely, until somebody does.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
nc -l -p 80 > /dev/null &
sleep 0.3
(sleep 0.5; echo hello; sleep 3) | ip netns exec a nc -n -N -p 4000 10.0.1.1 80 &
sleep 0.3
iptables -A INPUT -p tcp --dport 80 -j DROP
sleep 2.5
iptables -F
wait
