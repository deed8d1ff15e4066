# A route with two next hops: the hash of the addresses chooses; one link down leaves the other.
ip netns add a
for i in 1 2; do
  ip link add v$i type veth peer name e$i netns a
  ip addr add 10.0.$i.1/24 dev v$i
  ip link set v$i up
  ip -n a addr add 10.0.$i.2/24 dev e$i
  ip -n a link set e$i up
done
ip -n a link set lo up
ip -n a addr add 172.16.0.1/24 dev lo
sleep 0.2
ip route add 172.16.0.0/24 nexthop via 10.0.1.2 weight 1 nexthop via 10.0.2.2 weight 3
ip route
ip route add 172.17.0.0/24 nexthop dev v1 nexthop via 10.0.2.2 dev v2
ip route
ip link set v1 down
ip route
ping -c 1 -W 1 172.16.0.1
ip link set v1 up
ip route
ip route del 172.16.0.0/24
ip route add 172.16.0.0/24 nexthop via 10.0.1.2 nexthop via 10.7.7.7
ip route add 172.16.0.0/24 nexthop via 10.0.1.2
ip route append 172.16.0.0/24 via 10.0.2.2
ip route
ip route show 172.16.0.0/24
ip route del 172.16.0.0/24 via 10.0.1.2
ip route
ip link del v2
ip route
