# ARP suppressed: a port that suppresses may ask as it likes; the bridge answers for its own address.
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
bridge link set dev v1 neigh_suppress on
ip neigh add 10.1.1.3 lladdr 02:00:00:00:00:06 dev br0
bridge fdb add 02:00:00:00:00:06 dev v3 master static
ip netns exec h1 ping -c 1 -W 1 10.1.1.3 | grep received
ip netns exec h2 ping -c 1 -W 1 10.1.1.254 | grep received
ip netns exec h2 ping -c 1 -W 1 10.1.1.3 | grep received
ip netns exec h2 arping -c 1 -w 1 -A -I eth0 10.1.1.2
ip netns exec h2 arping -c 1 -w 1 -D -I eth0 10.1.1.9
ip neigh add 10.1.1.9 lladdr 02:00:00:00:00:99 dev br0
ip netns exec h2 ping -c 1 -W 0.5 10.1.1.9 | grep received
ping -c 1 -W 1 10.1.1.1 | grep received
