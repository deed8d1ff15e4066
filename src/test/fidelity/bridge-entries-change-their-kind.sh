# Each kind of entry replaced by each other.
ip link add br0 type bridge
ip link set br0 up
for i in 1 2; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
  ip link set v$i master br0
  ip link set v$i up
  ip -n h$i link set eth0 up
done
sleep 0.2
m=02:00:00:00:00:aa
s(){ bridge fdb show br br0 | grep $m; }
for a in permanent static dynamic; do for b in permanent static dynamic; do
  bridge fdb replace $m dev v1 master $a; s
  bridge fdb replace $m dev v2 master $b; s
  bridge fdb del $m dev v2 master
done; done
bridge fdb add $m dev v1 master permanent
bridge fdb add $m dev v2 master static
bridge fdb append $m dev v2 master static
bridge fdb del $m dev v2 master
s
bridge fdb add 02:00:00:00:00:bb dev v1 master vlan 7
bridge fdb add 02:00:00:00:00:bb dev br0 self
bridge fdb add 02:00:00:00:00:bb dev br0
bridge fdb show | grep bb
bridge fdb del 02:00:00:00:00:bb dev br0
bridge fdb show | grep bb
bridge fdb show dynamic
bridge -s fdb show br br0 | grep aa | sed 's/used [0-9/]*/used/'
