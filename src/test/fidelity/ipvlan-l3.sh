# ipvlan l3: nobody answers ARP; sisters reach each other; the newest ipvlan's mode counts for all of the link's.
ip netns add n1
ip netns add n2
ip link add eth0 type veth peer name u0
ip link set eth0 up
ip link set u0 up
ip link add iv1 link eth0 type ipvlan mode l3
ip link add iv2 link eth0 type ipvlan
ip link set iv1 netns n1
ip link set iv2 netns n2
ip -n n1 addr add 10.11.0.2/24 dev iv1
ip -n n1 link set iv1 up
ip -n n1 route add default dev iv1
ip -n n2 addr add 10.12.0.2/24 dev iv2
ip -n n2 link set iv2 up
ip -n n2 route add default dev iv2
sleep 0.3
ip -n n1 link show iv1
ip netns exec n1 ping -c 1 -W 1 10.12.0.2
ip -n n1 neigh
ip -n n1 route get 10.12.0.2
ip -n n2 link set iv2 type ipvlan mode l3 private
ip netns exec n1 ping -c 1 -W 0.5 10.12.0.2
ip link add iv3 link eth0 type ipvlan mode l2
ip -n n1 link show iv1
ip -n n1 -d link show iv1 | grep -o 'mode l.*bridge'
