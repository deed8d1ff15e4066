# After the reboot the containers get no further than their own machine.

#: setup
# --- the host's uplink and what lies behind it ---
ip netns add internet
ip link add eth0 type veth peer name up0 netns internet
ip addr add 192.0.2.10/24 dev eth0
ip link set eth0 up
ip -n internet link set lo up
ip -n internet addr add 192.0.2.1/24 dev up0
ip -n internet addr add 198.51.100.7/32 dev lo
ip -n internet link set up0 up
ip route add default via 192.0.2.1

# --- two containers on docker0 ---
ip link add docker0 type bridge
ip addr add 172.17.0.1/16 dev docker0
ip link set docker0 up
for i in 1 2; do
  ip netns add c$i
  ip link add veth$i type veth peer name eth0 netns c$i
  ip link set veth$i master docker0
  ip link set veth$i up
  ip -n c$i link set lo up
  ip -n c$i addr add 172.17.0.$((i + 1))/16 dev eth0
  ip -n c$i link set eth0 up
  ip -n c$i route add default via 172.17.0.1
done
iptables -t nat -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE

#: session
ip netns exec c1 ping -c 1 172.17.0.3
ip netns exec c1 ping -c 1 192.0.2.10
ip netns exec c1 ping -c 2 -W 1 198.51.100.7
ping -c 1 198.51.100.7
iptables -t nat -nvL POSTROUTING
