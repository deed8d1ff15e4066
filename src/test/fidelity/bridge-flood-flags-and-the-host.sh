# The flood flags of a port hold for frames that pass; the host's own broadcasts and groups go out anyway, its unknown unicast does not.
ip link add br0 type bridge mcast_snooping 0
ip addr add 10.1.1.254/24 dev br0
ip link set br0 up
for i in 1 2; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
  ip link set v$i master br0
  ip link set v$i up
  ip -n h$i addr add 10.1.1.$i/24 dev eth0
  ip -n h$i link set eth0 up
  ip -n h$i neigh add 10.1.1.254 lladdr 02:00:00:00:00:01 dev eth0
done
sleep 0.2
bridge link set dev v2 bcast_flood off mcast_flood off flood off
ping -c 1 -W 0.5 10.1.1.2 | grep received
ping -c 1 -W 0.5 -I br0 224.0.0.1 | grep received
ip neigh add 10.1.1.9 lladdr 02:00:00:00:00:99 dev br0
ping -c 1 -W 0.5 10.1.1.9 | grep received
ip netns exec h1 arping -q -c 1 -w 0.5 -I eth0 10.1.1.2; echo $?
ip netns exec h1 ping -c 1 -W 0.5 -I eth0 224.0.0.1 | grep received
bridge link set dev v2 bcast_flood on
ip netns exec h1 arping -q -c 1 -w 0.5 -I eth0 10.1.1.2; echo $?
for c in 0 1 2 3; do echo "router $c"; ip link set br0 type bridge mcast_router $c; bridge link set dev v1 mcast_router $c; done
ip -d link show br0 | grep -o 'mcast_router [0-9]'
bridge -d link show dev v1 | grep -o 'mcast_router [0-9]'
