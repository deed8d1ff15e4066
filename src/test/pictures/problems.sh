# Two subnets behind a host that does not forward, one of them with no way back; a port that is down.
ip netns add app
ip netns add db
ip link add veth1 type veth peer name eth0 netns app
ip link add veth2 type veth peer name eth0 netns db
ip addr add 10.0.1.1/24 dev veth1
ip addr add 10.0.2.1/24 dev veth2
ip link set veth1 up
ip link set veth2 up
ip -n app addr add 10.0.1.2/24 dev eth0
ip -n app link set eth0 up
ip -n app route add default via 10.0.1.1
ip -n db addr add 10.0.2.2/24 dev eth0
ip -n db link set eth0 up
