# eth0 is in the bridge now: the guest is online, and the host has lost its network.

#: setup
ip netns add vm1
ip netns add gateway
ip link add br0 type bridge
ip link add vnet1 type veth peer name eth0 netns vm1
ip link add eth0 type veth peer name lan0 netns gateway
ip link set vnet1 master br0
ip link set eth0 master br0
ip addr add 192.168.1.10/24 dev eth0
for dev in br0 vnet1 eth0; do
  ip link set $dev up
done
ip -n vm1 link set lo up
ip -n vm1 addr add 192.168.1.20/24 dev eth0
ip -n vm1 link set eth0 up
ip -n vm1 route add default via 192.168.1.1
ip -n gateway link set lo up
ip -n gateway addr add 198.51.100.7/32 dev lo
ip -n gateway addr add 192.168.1.1/24 dev lan0
ip -n gateway link set lan0 up
ip route add default via 192.168.1.1

#: session
ip netns exec vm1 ping -c 1 198.51.100.7
ping -c 1 -W 4 198.51.100.7
ip neigh
ip -br addr
bridge link
