# After a change of the tree stations are forgotten after the forward delay.
ip link add br0 type bridge mcast_snooping 0
ip link set br0 type bridge stp_state 1 forward_delay 200
ip link set br0 up
for i in 1 2 3; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
  ip link set v$i master br0
  ip link set v$i up
  ip -n h$i addr add 10.1.1.$i/24 dev eth0
  ip -n h$i link set eth0 up
done
sleep 5
ip netns exec h1 ping -c 1 -W 1 10.1.1.2 | grep received
bridge fdb show br br0 | grep -v permanent | sort
brctl showstp br0 | grep flags
ip link set v3 down
brctl showstp br0 | grep flags
bridge link
sleep 3
bridge fdb show br br0 | grep -v -c permanent
brctl showstp br0 | grep 'ageing'
bridge link set dev v1 state 4
bridge link set dev v1 state 3
ip link set br0 type bridge stp_state 0
bridge link
brctl showstp br0 | grep flags
