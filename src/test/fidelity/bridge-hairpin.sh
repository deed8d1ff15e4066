# A frame never goes back out of the port it came in by, unless the port's hairpin mode is on.
ip link add br0 type bridge
ip link set br0 up
ip netns add h1
ip netns add sw
ip link add v1 type veth peer name up netns sw
ip link set v1 master br0
ip link set v1 up
ip -n sw link add b type bridge mcast_snooping 0
ip -n sw link set up master b
ip -n sw link set up up
ip -n sw link set b up
for i in 1 2; do
  ip netns add g$i
  ip link add v netns sw type veth peer name eth0 netns g$i
  ip -n sw link set v name p$i
  ip -n sw link set p$i master b
  ip -n sw link set p$i up
  ip -n sw link set dev p$i type bridge_slave isolated on
  ip -n g$i addr add 10.1.1.$i/24 dev eth0
  ip -n g$i link set eth0 up
done
sleep 0.2
ip netns exec g1 ping -c 1 -W 1 10.1.1.2
bridge link set dev v1 hairpin on
bridge -d link show dev v1
brctl hairpin br0 v1 off
brctl hairpin br0 v1 on
cat /sys/class/net/v1/brport/hairpin_mode
ip netns exec g1 ping -c 1 -W 1 10.1.1.2
bridge fdb show br br0 | grep -v permanent | sort
ip -n sw link show type bridge_slave
ip -n sw neigh
