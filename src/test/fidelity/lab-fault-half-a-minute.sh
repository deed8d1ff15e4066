# A guest that has just started hears nothing for half a minute. Then all is well.

#: setup
ip netns add vm1
ip netns add vm2
ip link add br0 type bridge stp_state 1
ip link add vnet1 type veth peer name eth0 netns vm1
ip link add vnet2 type veth peer name eth0 netns vm2
ip link set vnet1 master br0
ip link set vnet2 master br0
ip addr add 10.10.0.1/24 dev br0
for dev in br0 vnet1 vnet2; do
  ip link set $dev up
done
for i in 1 2; do
  ip -n vm$i link set lo up
  ip -n vm$i addr add 10.10.0.1$i/24 dev eth0
  ip -n vm$i link set eth0 up
  ip -n vm$i route add default via 10.10.0.1
done

#: session
ip netns exec vm1 ping -c 1 -W 4 10.10.0.1
bridge link
sleep 28
bridge link
ip netns exec vm1 ping -c 1 10.10.0.1
