# Both close at once, one closes and dies, the other has more to say.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
echo from-server | nc -l -p 80 -N > /dev/null &
sleep 0.3
(sleep 0.3; echo from-client; sleep 0.5) | ip netns exec a nc -n -N -p 4000 10.0.1.1 80
wait
ss -tan | grep -v -c LISTEN
nc -l -p 81 -w 1 > /dev/null &
sleep 0.3
sleep 2.5 | ip netns exec a nc -n -p 4001 10.0.1.1 81
ip netns exec a ss -tan | sort
nc -l -p 82 -N < /dev/null > /dev/null &
sleep 0.3
(sleep 0.5; echo late; sleep 0.5; echo later; sleep 0.3) | ip netns exec a nc -n -p 4002 10.0.1.1 82
ip netns exec a ss -tan | sort
