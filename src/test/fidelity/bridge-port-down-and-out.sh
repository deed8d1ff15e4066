# A port that goes down forgets what was behind it; a frame for it is lost until it is learnt elsewhere; a port that leaves the bridge stops forwarding.
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
sleep 0.2
ip netns exec h1 ping -c 1 -W 1 10.1.1.2
ip netns exec h1 ping -c 1 -W 1 10.1.1.3
ip link set v2 down
bridge fdb show br br0 | sort
bridge link
ip netns exec h1 ping -c 2 -i 0.3 -W 1 10.1.1.2
ip link set v2 up
sleep 0.2
ip netns exec h1 ping -c 1 -W 1 10.1.1.2
ip link set v3 nomaster
bridge link
ip netns exec h1 ping -c 1 -W 1 10.1.1.3
ip link del v2
bridge fdb show br br0 | sort
brctl show
ip link set v1 nomaster
ip -br link show br0
ip link set br0 down
brctl delbr br0
bridge link
