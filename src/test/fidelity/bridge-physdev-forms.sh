# physdev's every form, for bridged, routed, arriving and leaving packets.
ip link add br0 type bridge
ip addr add 10.1.1.254/24 dev br0
ip link set br0 up
for i in 1 2; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
  ip link set v$i master br0
  ip link set v$i up
  ip -n h$i addr add 10.1.1.$i/24 dev eth0
  ip -n h$i link set eth0 up
  ip -n h$i route add default via 10.1.1.254
done
ip netns add o
ip link add vo type veth peer name eth0 netns o
ip addr add 10.2.2.1/24 dev vo; ip link set vo up
ip -n o addr add 10.2.2.2/24 dev eth0; ip -n o link set eth0 up; ip -n o route add default via 10.2.2.1
sysctl -q -w net.bridge.bridge-nf-call-iptables=1 net.ipv4.ip_forward=1
for f in "--physdev-in v1" "! --physdev-in v1" "--physdev-in v+" "--physdev-out v2" "! --physdev-out v2" "--physdev-is-in" "! --physdev-is-in" "--physdev-is-out" "! --physdev-is-out" "--physdev-is-bridged" "! --physdev-is-bridged" "--physdev-in v1 --physdev-out v2" "--physdev-in v1 --physdev-is-bridged"; do
  iptables -A FORWARD -m physdev $f
  iptables -t mangle -A POSTROUTING -m physdev $f
done
for f in "--physdev-in v1" "--physdev-is-in" "! --physdev-is-in" "--physdev-is-bridged"; do iptables -A INPUT -m physdev $f; iptables -t mangle -A PREROUTING -m physdev $f; done
sleep 0.2
ip netns exec h1 ping -c 1 -W 1 10.1.1.2 | grep received
ip netns exec h1 ping -c 1 -W 1 10.2.2.2 | grep received
ip netns exec h2 ping -c 1 -W 1 10.1.1.254 | grep received
ping -c 1 -W 1 10.1.1.1 | grep received
iptables -nvL
iptables -t mangle -nvL
iptables -S FORWARD
