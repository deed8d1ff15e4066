# Fifty namespaces on a bridge of the host.
ip link add br0 type bridge
ip addr add 10.0.0.1/24 dev br0
ip link set br0 up
for i in $(seq 1 50); do
  ip netns add web$i
  ip link add veth$i type veth peer name eth0 netns web$i
  ip link set veth$i master br0 up
  ip -n web$i addr add 10.0.0.$((i + 1))/24 dev eth0
  ip -n web$i link set eth0 up
done
