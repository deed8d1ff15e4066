# A port that does not learn, a port that is not flooded to, and one that answers no broadcast.
ip link add br0 type bridge
ip link set br0 up
for i in 1 2 3; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
  ip link set v$i master br0
  ip link set v$i up
  ip -n h$i addr add 10.1.1.$i/24 dev eth0
  ip -n h$i link set eth0 up
done
ip -n h1 neigh add 10.1.1.2 lladdr 02:00:00:00:00:04 dev eth0
ip -n h2 neigh add 10.1.1.1 lladdr 02:00:00:00:00:02 dev eth0
sleep 0.2
bridge link set dev v2 learning off
bridge link set dev v3 flood off
ip netns exec h1 ping -c 2 -i 0.2 -W 1 10.1.1.2
bridge fdb show br br0 | grep -v permanent | sort
bridge link set dev v2 flood off
ip netns exec h1 ping -c 1 -W 1 10.1.1.2
bridge link set dev v3 bcast_flood off
ip -n h1 neigh del 10.1.1.2 dev eth0
ip netns exec h1 ping -c 1 -W 1 10.1.1.3
ip netns exec h1 ping -c 1 -W 1 10.1.1.2
bridge link set dev v3 mcast_flood off
ip netns exec h1 ping -c 1 -W 1 -b 10.1.1.255
ip netns exec h1 ping -c 1 -W 1 -I eth0 224.0.0.1
bridge -d link show dev v3
bridge -d link show dev v2 | sed 's/^[0-9]*: //'
