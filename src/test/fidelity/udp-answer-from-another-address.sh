# A server on any address answers from the address the route prefers: a connected client does not recognise it.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip addr add 10.0.1.11/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
echo pong | nc -u -l -p 53 > /dev/null &
sleep 0.2
(echo ping; sleep 0.6) | ip netns exec a nc -u -n -w 1 -p 4000 10.0.1.11 53
kill %1 2>/dev/null
echo pong | nc -u -l -p 54 > /dev/null &
sleep 0.2
(echo ping; sleep 0.6) | ip netns exec a nc -u -n -w 1 -p 4001 10.0.1.1 54
kill %2 2>/dev/null
head -c 3000 /dev/zero | ip netns exec a nc -u -n -w 1 -p 4002 10.0.1.1 55
