# More than a window: the reader is slow, the writer waits.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
nc -l -p 80 | wc -c &
sleep 0.3
head -c 1448 /dev/zero | ip netns exec a nc -n -N 10.0.1.1 80
wait
nc -l -p 81 | wc -c &
sleep 0.3
head -c 1449 /dev/zero | ip netns exec a nc -n -N 10.0.1.1 81
wait
ip link set va mtu 600
nc -l -p 82 | wc -c &
sleep 0.3
head -c 1200 /dev/zero | ip netns exec a nc -n -N 10.0.1.1 82
wait
