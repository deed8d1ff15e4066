# nat on bridged packets: SNAT, DNAT to a station of the same bridge, REDIRECT to the host.
ip link add br0 type bridge
ip addr add 10.1.1.254/24 dev br0
ip link set br0 up
for i in 1 2 3; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
  ip link set v$i master br0
  ip link set v$i up
  ip -n h$i addr add 10.1.1.$i/24 dev eth0
  ip -n h$i link set eth0 up
done
sysctl -w net.bridge.bridge-nf-call-iptables=1
sleep 0.2
iptables -t nat -A POSTROUTING -s 10.1.1.1 -d 10.1.1.2 -j SNAT --to-source 10.1.1.254
ip netns exec h1 ping -c 1 -W 1 10.1.1.2 | grep received
iptables -t nat -A PREROUTING -d 10.1.1.77 -j DNAT --to-destination 10.1.1.3
ip -n h1 neigh add 10.1.1.77 lladdr 02:00:00:00:00:04 dev eth0
ip netns exec h1 ping -c 1 -W 1 10.1.1.77 | grep received
sysctl -w net.ipv4.ip_forward=1
ip netns exec h1 ping -c 1 -W 1 10.1.1.77 | grep received
iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 8080
nc -l -k -p 8080 > /dev/null &
sleep 0.2
ip netns exec h1 nc -n -z -v -w 1 10.1.1.2 80
iptables -t nat -nvL
kill %1
