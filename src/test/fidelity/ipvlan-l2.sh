# ipvlan l2: the address is the link's, IPv4 tells them apart; the link's own host and its ipvlans don't hear each other.
ip netns add n1
ip netns add n2
ip link add eth0 type veth peer name u0
ip link set eth0 up
ip link set u0 up
ip link add iv1 link eth0 type ipvlan mode l2
ip link add iv2 link eth0 type ipvlan mode l2
ip link set iv1 netns n1
ip link set iv2 netns n2
ip -n n1 addr add 10.10.0.11/24 dev iv1
ip -n n1 link set iv1 up
ip -n n2 addr add 10.10.0.12/24 dev iv2
ip -n n2 link set iv2 up
sleep 0.3
ip netns exec n1 ping -c 1 -W 1 10.10.0.12
ip -n n2 addr add 10.10.0.11/24 dev iv2
ip -n n1 link set iv1 address 02:00:00:00:00:99
ip link add mv0 link eth0 type macvlan
ip link add iv9 link lo type ipvlan
ip link add iv9 type ipvlan
ip link set eth0 down
ip -n n1 -br link
ip link del eth0
ip -n n1 -br link
