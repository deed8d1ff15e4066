# nobody there
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
$A nc -n -v -p 7000 10.0.1.77 80 </dev/null; echo $?
$A nc -n -v 10.9.9.9 80; echo $?
$A nc -n -v -w 1 10.0.1.77 80; echo $?
