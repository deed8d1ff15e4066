# Which address a deletion means: with the length, without it, with a peer, with a label; and what is left of it.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
ip addr add 10.0.2.1/24 dev va
ip addr add 10.0.3.1 peer 10.0.4.1 dev va
ip addr add 10.0.3.1 peer 10.0.5.1/24 dev va
ip addr add 10.0.6.1/32 dev va
ip addr add 10.0.6.1/24 dev va
ip addr add 10.0.7.1/24 label va:x dev va
ip addr del 10.0.2.1 dev va
ip addr del 10.0.2.2/24 dev va
ip addr del 10.0.2.1/25 dev va
ip addr del 10.0.3.1 dev va
ip addr del 10.0.3.1 peer 10.0.5.1 dev va
ip addr del 10.0.3.1 peer 10.0.5.1/24 dev va
ip addr del 10.0.6.1 dev va
ip addr del 10.0.7.1/24 label va:y dev va
ip -o addr show va | sed 's/ *valid_lft.*//'
ip addr add 10.0.1.77/24 dev va
ping -c 1 -W 1 -I 10.0.1.77 10.0.1.2 | grep received
ip addr del 10.0.1.77/24 dev va
ip route get 10.0.1.2 from 10.0.1.77
ip netns exec a arping -c 1 -w 1 -I eth0 10.0.1.77
ip netns exec a arping -c 1 -w 1 -I eth0 10.0.1.1
ip addr del 10.0.1.1/24 dev va
ip netns exec a arping -c 1 -w 1 -I eth0 10.0.1.1
ip netns exec a ping -c 1 -W 1 10.0.1.1 | grep received
