# arping -D asks with no sender of its own: whoever has the address answers.
ip netns add a
ip netns add b
ip link add br0 type bridge
ip link set br0 up
for n in a b; do
  ip link add v$n type veth peer name eth0 netns $n
  ip link set v$n master br0
  ip link set v$n up
  ip -n $n link set eth0 up
done
ip -n a addr add 10.0.1.2/24 dev eth0
sleep 0.2
ip netns exec b arping -D -c 1 -w 1 -I eth0 10.0.1.2; echo $?
ip netns exec b arping -D -c 1 -w 1 -I eth0 10.0.1.3; echo $?
ip -n a neigh
ip -n b addr add 10.0.1.2/24 dev eth0
ip netns exec b arping -D -c 1 -w 1 -I eth0 10.0.1.2; echo $?
ip netns exec b arping -c 1 -w 1 -I eth0 10.0.1.2; echo $?
ip netns exec b ping -c 1 -W 1 10.0.1.2
