# onlink, gateways behind unnumbered links, and a gateway of another family's kind.
ip netns add a
ip netns add b
ip link add ab netns a type veth peer name ba netns b
ip -n a link set lo up; ip -n b link set lo up
ip -n a addr add 10.9.0.1/32 dev lo
ip -n b addr add 10.9.0.2/32 dev lo
ip -n a link set ab up
ip -n b link set ba up
sleep 0.2
ip -n a route add 10.9.0.2 dev ab
ip -n b route add 10.9.0.1 dev ba
ip netns exec a ping -c 1 -W 1 10.9.0.2
ip -n a route del 10.9.0.2 dev ab
ip -n a route add 10.9.0.2 dev ab src 10.9.0.1
ip netns exec a ping -c 1 -W 1 10.9.0.2
ip -n a neigh; ip -n b neigh
ip -n a route add 172.16.0.0/24 via 10.9.0.2
ip -n b addr add 172.16.0.1/24 dev lo
ip netns exec a ping -c 1 -W 1 172.16.0.1
ip -n a route add 172.17.0.0/24 via 10.9.0.77 dev ab onlink
ip netns exec a ping -c 1 -W 4 172.17.0.1
ip -n a route add 172.18.0.0/24 via 10.9.0.1 dev ab onlink
ip -n a route add 172.18.0.0/24 via 10.9.0.1
ip -n a route add 172.19.0.0/24 via 10.9.0.77 onlink
ip -n a link set ab down
ip -n a route add 172.19.0.0/24 via 10.9.0.77 dev ab onlink
ip -n a route
