# A bridge's MTU is the least of its ports' until it is set; an oversize frame is dropped in silence at the port.
ip link add br0 type bridge
ip link set br0 up
for i in 1 2; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
done
ip link set v2 mtu 1300
ip link set v1 master br0
ip link show br0 | head -1
ip link set v2 master br0
ip link show br0 | head -1
for i in 1 2; do
  ip link set v$i up
  ip -n h$i addr add 10.1.1.$i/24 dev eth0
  ip -n h$i link set eth0 up
done
sleep 0.2
ip netns exec h1 ping -c 1 -W 1 -s 1272 10.1.1.2
ip netns exec h1 ping -c 1 -W 1 -s 1273 10.1.1.2
ip netns exec h1 ping -c 1 -W 1 -s 1472 10.1.1.2
ip -s link show v2 | grep -A 1 TX
ip link set v2 nomaster
ip link show br0 | head -1
ip link set br0 mtu 1400
ip link set v2 master br0
ip link show br0 | head -1
ip link set v1 mtu 1200
ip link show br0 | head -1
ip link set br0 mtu 9000
ip link show br0 | head -1
ip link set br0 mtu 70000
