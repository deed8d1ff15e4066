# The bridge's own address: its frames are seen on br0 and then on the ports; a port's old address no longer answers as it did.
ip link add br0 type bridge
for i in 1 2; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
  ip link set v$i up
  ip -n h$i addr add 10.1.1.$i/24 dev eth0
  ip -n h$i link set eth0 up
done
ip addr add 10.1.1.254/24 dev v1
sleep 0.2
ping -c 1 -W 1 10.1.1.1
ip link set v1 master br0
ip link set v2 master br0
ip link set br0 up
sleep 0.2
ping -c 1 -W 1 10.1.1.1
ip addr del 10.1.1.254/24 dev v1
ip addr add 10.1.1.254/24 dev br0
ip route
ping -c 1 -W 1 10.1.1.1
ping -c 1 -W 1 10.1.1.2
ip netns exec h1 ping -c 1 -W 1 10.1.1.254
ip link set br0 address 02:00:00:00:00:aa
ping -c 1 -W 1 10.1.1.1
ip netns exec h2 ping -c 1 -W 1 10.1.1.254
ip -n h2 neigh
bridge fdb show br br0 | sort
ip link set br0 down
ping -c 1 -W 1 10.1.1.1
ip netns exec h1 ping -c 1 -W 1 10.1.1.2
ip route
