# Two bridges over a vxlan are one network: the vxlan is a port, and learns on both of its sides.
for s in a b; do
  ip netns add $s
  ip -n $s link add br0 type bridge mcast_snooping 0
  ip -n $s link set br0 up
done
ip link add ea netns a type veth peer name eb netns b
ip -n a addr add 192.168.0.1/24 dev ea; ip -n b addr add 192.168.0.2/24 dev eb
ip -n a link set ea up; ip -n b link set eb up
ip -n a link add vx0 type vxlan id 7 remote 192.168.0.2 dstport 4789 dev ea
ip -n b link add vx0 type vxlan id 7 remote 192.168.0.1 dstport 4789 dev eb
i=1
for s in a b; do
  ip -n $s link set vx0 master br0
  ip -n $s link set vx0 up
  ip netns add h$s
  ip link add v netns $s type veth peer name eth0 netns h$s
  ip -n $s link set v master br0
  ip -n $s link set v up
  ip -n h$s addr add 10.0.0.$i/24 dev eth0
  ip -n h$s link set eth0 up
  i=$((i+1))
done
sleep 0.3
ip -n a link show br0 | head -1
ip netns exec ha ping -c 2 -i 0.2 -W 1 10.0.0.2
ip netns exec a bridge fdb show br br0 | grep -v permanent | sort
ip netns exec b bridge fdb show dev vx0 | grep -v permanent | sort
ip netns exec ha ping -c 1 -W 1 -s 1400 10.0.0.2 | grep received
ip netns exec ha ping -c 1 -W 1 -s 1450 -M do 10.0.0.2 | grep received
ip -n ha link set eth0 mtu 1450; ip -n hb link set eth0 mtu 1450
ip netns exec ha ping -c 1 -W 1 -s 1450 10.0.0.2 | grep received
ip -n b link set eb down
ip netns exec ha ping -c 1 -W 1 10.0.0.2 | grep received
