# The whole world sees the web page, the office beside the server does not.

#: setup
ip netns add pc
ip netns add web
ip netns add internet
ip link add br0 type bridge
ip link add port1 type veth peer name eth0 netns pc
ip link add port2 type veth peer name eth0 netns web
ip link add eth0 type veth peer name up0 netns internet
ip link set port1 master br0
ip link set port2 master br0
ip addr add 192.168.1.1/24 dev br0
ip addr add 192.0.2.10/24 dev eth0
for dev in br0 port1 port2 eth0; do
  ip link set $dev up
done
ip -n pc addr add 192.168.1.20/24 dev eth0
ip -n web addr add 192.168.1.10/24 dev eth0
for ns in pc web; do
  ip -n $ns link set lo up
  ip -n $ns link set eth0 up
  ip -n $ns route add default via 192.168.1.1
done
ip -n internet link set lo up
ip -n internet addr add 198.51.100.7/32 dev lo
ip -n internet addr add 192.0.2.1/24 dev up0
ip -n internet link set up0 up
ip route add default via 192.0.2.1
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A PREROUTING -d 192.0.2.10 -p tcp --dport 80 -j DNAT --to-destination 192.168.1.10
iptables -t nat -A POSTROUTING -s 192.168.1.0/24 -o eth0 -j MASQUERADE

#: session
ip netns exec web nc -k -l -p 80 &
sleep 1
ip netns exec internet nc -vz -w 2 192.0.2.10 80
ip netns exec pc nc -vz -w 2 192.168.1.10 80
ip netns exec pc nc -vz -w 2 192.0.2.10 80
iptables -t nat -nvL
