# A UDP client hears of refusals, of unreachable hosts and networks, each in its way.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
ip -n a link set lo up
ip -n a route add default via 10.0.1.1
sleep 0.2
(echo one; sleep 0.3; echo two; sleep 0.3; echo three) | ip netns exec a nc -u -n -w 1 10.0.1.1 53; echo $?
(echo one; sleep 0.3; echo two) | ip netns exec a nc -u -n -w 1 10.9.9.9 53; echo $?
sysctl -w net.ipv4.ip_forward=1
(echo one; sleep 0.3; echo two) | ip netns exec a nc -u -n -w 1 10.9.9.9 53; echo $?
(echo one; sleep 4; echo two) | ip netns exec a nc -u -n -w 1 10.0.1.77 53; echo $?
echo x | ip netns exec a nc -u -n -w 1 10.0.1.255 53; echo $?
echo x | nc -u -n -w 1 127.0.0.1 53; echo $?
nc -u -l -p 53 > /tmp/got.$$ &
sleep 0.2
echo hello | ip netns exec a nc -u -n -w 1 -p 4000 10.0.1.1 53
ss -uan
cat /tmp/got.$$
kill %1; rm -f /tmp/got.$$
