ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
timeout 3 tcpdump -n -e -i va -c 4 &
sleep 0.5
ping -c 1 10.0.1.2 >/dev/null
wait
