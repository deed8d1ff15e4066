# arping ends with as many answers as -c says where -w gives it a deadline; without one it waits for the next second.
ip netns add n1
ip link add va type veth peer name vb netns n1
ip link set va up
ip addr add 10.0.1.1/24 dev va
ip -n n1 addr add 10.0.1.5/24 dev vb
ip -n n1 link set vb up
ip link add vc type veth peer name vd
sleep 0.3
for options in "-c 1 -w 3" "-c 2 -w 5" "-c 1" "-f" "-D -c 2" "-c 3 -w 1"; do
  SECONDS=0
  ip netns exec n1 arping $options -I vb 10.0.1.1
  echo "$options: $?, $((SECONDS > 1)) long"
done
ip netns exec n1 arping -c 1 -w 1 -I vb 10.0.1.99
# Two answers: the first is enough.
ip link add br0 type bridge mcast_snooping 0
ip link set br0 up
ip link set va master br0
ip link set vc master br0
ip link set vc up
ip link set vd up
sleep 0.3
ip -n n1 neigh flush all
ip netns exec n1 arping -c 1 -w 2 -I vb 10.0.1.1
