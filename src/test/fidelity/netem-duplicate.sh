# netem sends everything twice; ping ends with the answer it waited for and does not read its double.
ip netns add a
ip netns add b
ip link add eth0 netns a type veth peer name eth0 netns b
ip -n a addr add 10.0.0.1/24 dev eth0
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n a link set eth0 up
ip -n b link set eth0 up
sleep 0.3
ip netns exec a ping -c 1 10.0.0.2 >/dev/null
ip netns exec a tc qdisc add dev eth0 root netem duplicate 100%
ip netns exec a ping -c 2 -i 0.2 10.0.0.2
ip netns exec a ping -c 3 -i 0.2 10.0.0.2
