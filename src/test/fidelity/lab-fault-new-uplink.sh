# Since the uplink moved, the host gets out and the containers don't.

#: setup
ip netns add c1
ip netns add admin
ip netns add internet
ip link add docker0 type bridge
ip link add veth1 type veth peer name eth0 netns c1
ip link add eth0 type veth peer name eth0 netns admin
ip link add eth1 type veth peer name up0 netns internet
ip link set veth1 master docker0
ip addr add 172.17.0.1/16 dev docker0
ip addr add 10.0.0.5/24 dev eth0
ip addr add 192.0.2.10/24 dev eth1
for dev in docker0 veth1 eth0 eth1; do
  ip link set $dev up
done
ip -n c1 link set lo up
ip -n c1 addr add 172.17.0.2/16 dev eth0
ip -n c1 link set eth0 up
ip -n c1 route add default via 172.17.0.1
ip -n admin link set lo up
ip -n admin addr add 10.0.0.9/24 dev eth0
ip -n admin link set eth0 up
ip -n internet link set lo up
ip -n internet addr add 198.51.100.7/32 dev lo
ip -n internet addr add 192.0.2.1/24 dev up0
ip -n internet link set up0 up
ip route add default via 192.0.2.1
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -s 172.17.0.0/16 -o eth0 -j MASQUERADE

#: session
ping -c 1 198.51.100.7
ip netns exec c1 ping -c 2 -W 1 198.51.100.7
ip route get 198.51.100.7 from 172.17.0.2 iif docker0
iptables -t nat -nvL POSTROUTING
