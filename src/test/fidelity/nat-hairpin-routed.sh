# DNAT to a server in the client's own network: without SNAT the answer goes past the router and is refused.
ip link add br0 type bridge
ip addr add 10.0.1.1/24 dev br0
ip link set br0 up
for i in 2 3; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
  ip link set v$i master br0
  ip link set v$i up
  ip -n h$i addr add 10.0.1.$i/24 dev eth0
  ip -n h$i link set eth0 up
  ip -n h$i route add default via 10.0.1.1
done
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A PREROUTING -d 192.0.2.1 -p tcp --dport 80 -j DNAT --to-destination 10.0.1.3:80
ip netns exec h3 nc -l -k -p 80 > /dev/null &
sleep 0.3
ip netns exec h2 nc -n -z -v -w 1 192.0.2.1 80
iptables -t nat -A POSTROUTING -s 10.0.1.0/24 -d 10.0.1.3 -j MASQUERADE
ip netns exec h2 nc -n -z -v -w 1 192.0.2.1 80
ip netns exec h3 nc -n -z -v -w 1 192.0.2.1 80
iptables -t nat -nvL
kill %1
