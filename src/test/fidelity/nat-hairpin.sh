# DNAT to a server on the same bridge: without MASQUERADE the answer goes past the host; with it the connection works.
for i in 2 3; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
done
ip link add br0 type bridge
ip addr add 10.0.0.1/24 dev br0
ip link set br0 up
for i in 2 3; do
  ip link set v$i master br0
  ip link set v$i up
  ip -n h$i addr add 10.0.0.$i/24 dev eth0
  ip -n h$i link set eth0 up
  ip -n h$i route add default via 10.0.0.1
done
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A PREROUTING -d 10.0.0.1 -p tcp --dport 8080 -j DNAT --to-destination 10.0.0.3:80
ip netns exec h3 nc -l -k -p 80 > /dev/null &
sleep 0.3
echo "== no MASQUERADE"
ip netns exec h2 nc -n -z -v -w 1 10.0.0.1 8080
iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -d 10.0.0.0/24 -j MASQUERADE
echo "== MASQUERADE"
ip netns exec h2 nc -n -z -v -w 1 10.0.0.1 8080
sleep 0.2
iptables -t nat -S
