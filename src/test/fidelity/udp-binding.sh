# Who gets a datagram: the bound address, the connected peer, the device; and a port that is taken.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip addr add 10.0.1.11/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
nc -u -l -k 10.0.1.11 53 > /tmp/eleven.$$ &
nc -u -l -k 53 > /tmp/any.$$ &
sleep 0.3
echo to-1 | ip netns exec a nc -u -n -w 1 10.0.1.1 53
echo to-11 | ip netns exec a nc -u -n -w 1 10.0.1.11 53
echo to-lo | nc -u -n -w 1 127.0.0.1 53
ss -uan | sed 's/^State.*//' | sort
kill %1 %2
cat /tmp/eleven.$$ /tmp/any.$$; rm -f /tmp/eleven.$$ /tmp/any.$$
nc -u -n -z -v -w 1 10.0.1.1 53
ip netns exec a nc -u -n -z -v -w 1 -s 10.0.1.9 10.0.1.1 53
