# ipvlans of one link: in l2 they share its wire, in l3 its namespace routes for them.
ip netns add n1
ip netns add n2
ip netns add up
ip link add eth0 type veth peer name eth0 netns up
ip addr add 10.10.0.1/24 dev eth0
ip link set eth0 up
ip -n up addr add 10.10.0.254/24 dev eth0
ip -n up link set eth0 up
for i in 1 2; do
  ip link add iv$i link eth0 type ipvlan mode l2
  ip link set iv$i netns n$i
  ip -n n$i addr add 10.10.0.1$i/24 dev iv$i
  ip -n n$i link set iv$i up
done
ip netns exec n1 ping -c 1 -W 1 10.10.0.12
ip netns exec n1 ping -c 1 -W 1 10.10.0.254
ip -n n1 link set iv1 type ipvlan mode l2 private
ip netns exec n1 ping -c 1 -W 1 10.10.0.12
ip -n n1 link set iv1 type ipvlan mode l3 bridge
ip -n n1 route add default dev iv1
ip netns exec n1 ping -c 1 -W 1 10.10.0.254
ip netns exec n1 ping -c 1 -W 1 10.99.0.1
ip netns exec n1 ping -c 1 -W 1 -I iv1 224.0.0.5
ip link set eth0 down
ip netns exec n1 ping -c 1 -W 1 10.10.0.254
