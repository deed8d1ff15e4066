# A question makes an entry for the one who asks; an answer nobody waited for makes none.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
ip -n a addr add 172.20.0.2/24 dev eth0
sleep 0.2
ip netns exec a arping -c 1 -w 1 -I eth0 10.0.1.1
ip neigh
ip neigh flush all
ip netns exec a arping -c 1 -w 1 -I eth0 -s 172.20.0.2 10.0.1.1
ip neigh
ip route add 172.20.0.0/24 dev va
ip netns exec a arping -c 1 -w 1 -I eth0 -s 172.20.0.2 10.0.1.1
ip neigh
ip netns exec a arping -b -c 2 -w 2 -I eth0 10.0.1.1
ip netns exec a arping -f -c 3 -w 3 -I eth0 10.0.1.1
ip netns exec a arping -q -c 1 -w 1 -I eth0 10.0.1.9; echo $?
ip netns exec a arping -c 1 -w 1 -I nosuch 10.0.1.9; echo $?
ip netns exec a arping -c 1 -w 1 10.0.1.1; echo $?
