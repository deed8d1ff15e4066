# Frames to 01:80:c2:00:00:0x stay on their link, unless group_fwd_mask lets them through; other multicast is flooded.
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
sleep 0.2
for m in 01:80:c2:00:00:02 01:80:c2:00:00:0e 01:80:c2:00:00:10 01:00:5e:00:00:05 01:00:5e:01:02:03; do
  echo "== $m"
  ip -n h1 neigh replace 10.1.1.2 lladdr $m dev eth0
  ip netns exec h1 ping -c 1 -W 0.3 10.1.1.2 | grep received
done
ip link set br0 type bridge group_fwd_mask 0x4000
ip -n h1 neigh replace 10.1.1.2 lladdr 01:80:c2:00:00:0e dev eth0
ip netns exec h1 ping -c 1 -W 0.3 10.1.1.2 | grep received
ip link set br0 type bridge group_fwd_mask 0x7
echo 16384 > /sys/class/net/br0/bridge/group_fwd_mask
cat /sys/class/net/br0/bridge/group_fwd_mask
