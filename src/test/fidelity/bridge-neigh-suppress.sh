# A port with neigh_suppress does not hear ARP questions the host could answer; without an entry it is flooded as ever.
ip link add br0 type bridge
ip addr add 10.1.1.254/24 dev br0
ip link set br0 up
for i in 1 2 3; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
  ip link set v$i master br0
  ip link set v$i up
  ip -n h$i addr add 10.1.1.$i/24 dev eth0
  ip -n h$i link set eth0 up
done
sleep 0.2
bridge link set dev v2 neigh_suppress on
ip netns exec h1 ping -c 1 -W 1 10.1.1.2
ip neigh add 10.1.1.2 lladdr 02:00:00:00:00:04 dev br0
bridge fdb add 02:00:00:00:00:04 dev v2 master static
ip netns exec h3 ping -c 1 -W 1 10.1.1.2
ip netns exec h2 ping -c 1 -W 1 10.1.1.1
bridge -d link show dev v2 | tail -1
