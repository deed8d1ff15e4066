# The asker's address is the subnet's broadcast where it is answered: the reset goes to everybody, and TCP does not take it.
ip netns add a
ip netns add b
ip link add eth0 netns a type veth peer name eth0 netns b
ip -n a addr add 10.0.0.1/30 dev eth0
ip -n b addr add 10.0.0.3/24 dev eth0
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 0.3
ip netns exec b timeout 0.5 nc -n -z -v 10.0.0.1 80; echo $?
ip netns exec b ping -c 1 -W 0.5 10.0.0.1
ip netns exec b timeout 1.5 nc -u -n -z -v 10.0.0.1 53; echo $?
ip netns exec a ping -c 1 -W 0.5 10.0.0.3
ip netns exec a nc -n -z -v -w 1 10.0.0.3 80
ip -n a route get 10.0.0.3
