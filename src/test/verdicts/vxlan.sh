# Frames inside UDP, and where that fails.
for i in 1 2; do
  ip netns add h$i
done
ip link add eth0 netns h1 type veth peer name eth0 netns h2
for i in 1 2; do
  ip -n h$i addr add 10.0.0.$i/24 dev eth0
  ip -n h$i link set eth0 up
  ip -n h$i link add vx0 type vxlan id 42 dstport 4789 dev eth0
  ip -n h$i addr add 10.42.0.$i/24 dev vx0
  ip -n h$i link set vx0 up
done
ip netns exec h1 ping -c 1 -W 1 10.42.0.2
bridge -n h1 fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.2
bridge -n h2 fdb append 00:00:00:00:00:00 dev vx0 dst 10.0.0.1
ip netns exec h1 ping -c 1 -W 1 10.42.0.2
# No way to the far end; a number nobody has; not a frame at all.
ip -n h1 link add vx9 type vxlan id 9 dstport 4789
ip -n h1 addr add 10.9.0.1/24 dev vx9
ip -n h1 link set vx9 up
bridge -n h1 fdb append 00:00:00:00:00:00 dev vx9 dst 203.0.113.9
ip netns exec h1 ping -c 1 -W 1 10.9.0.2
bridge -n h1 fdb del 00:00:00:00:00:00 dev vx9 dst 203.0.113.9
bridge -n h1 fdb append 00:00:00:00:00:00 dev vx9 dst 10.0.0.2
ip netns exec h1 ping -c 1 -W 1 10.9.0.2
echo nothing | ip netns exec h1 nc -u -w 1 10.0.0.2 4789
