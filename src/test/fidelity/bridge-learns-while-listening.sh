# A port that listens learns nothing, one that learns does; both pass nothing on.
ip link add br0 type bridge
ip link set br0 up
for i in 1 2; do
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
for s in 1 2 4 0 3; do
  bridge link set dev v1 state $s
  bridge link show dev v1
  ip netns exec h1 ping -c 1 -W 0.3 10.1.1.2 | grep received
  bridge fdb show dev v1 | grep 00:02
  bridge fdb del 02:00:00:00:00:02 dev v1 master
  bridge fdb add 02:00:00:00:00:55 dev v1 master dynamic
  bridge fdb del 02:00:00:00:00:55 dev v1 master
done
bridge link set dev v2 state 4
ip netns exec h1 ping -c 1 -W 0.3 10.1.1.2 | grep received
bridge link set dev v1 locked on
bridge link set dev v2 state 3
bridge fdb show dev v1 | grep 00:02
ip netns exec h1 ping -c 1 -W 0.3 10.1.1.2 | grep received
bridge fdb add 02:00:00:00:00:02 dev v1 master static
ip netns exec h1 ping -c 1 -W 0.3 10.1.1.2 | grep received
bridge link set dev v1 locked off learning off
bridge fdb del 02:00:00:00:00:02 dev v1 master
ip netns exec h1 ping -c 1 -W 1 10.1.1.2 | grep received
bridge fdb show dev v1 | grep -c 00:02
