# The gateway's card is replaced: the old entry is used until somebody says otherwise.
ip netns add a
ip netns add r
ip link add br0 type bridge
ip link set br0 up
for n in a r; do
  ip link add v$n type veth peer name eth0 netns $n
  ip link set v$n master br0
  ip link set v$n up
  ip -n $n link set eth0 up
done
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n r addr add 10.0.1.1/24 dev eth0
ip -n r addr add 10.9.9.9/32 dev lo
ip -n r link set lo up
ip -n a route add default via 10.0.1.1
sleep 0.2
ip netns exec a ping -c 1 -W 1 10.9.9.9
ip -n r link set eth0 address 02:00:00:00:00:77
ip netns exec a ping -c 1 -W 1 10.9.9.9
ip -n a neigh
ip netns exec r arping -c 1 -U -I eth0 10.0.1.1
ip -n a neigh
ip netns exec a ping -c 1 -W 1 10.9.9.9
