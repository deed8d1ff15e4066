# physdev knows the ports of a bridged packet; br_netfilter hands the host's own packets to INPUT and OUTPUT with the bridge as the device.
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
iptables -A FORWARD -m physdev --physdev-in v1 --physdev-out v2 -j DROP
iptables -A FORWARD -m physdev --physdev-is-bridged
iptables -A FORWARD -m physdev ! --physdev-in v1 -j REJECT
iptables -A INPUT -m physdev --physdev-in v3
iptables -A INPUT -i br0
iptables -A INPUT -i v1
iptables -A OUTPUT -o br0
iptables -t nat -A POSTROUTING -m physdev --physdev-out v3
sleep 0.2
ip netns exec h1 ping -c 1 -W 1 10.1.1.2
ip netns exec h1 ping -c 1 -W 1 10.1.1.3
ip netns exec h3 ping -c 1 -W 1 10.1.1.1
ip netns exec h3 ping -c 1 -W 1 10.1.1.254
ping -c 1 -W 1 10.1.1.2
iptables -nvL
iptables -t nat -nvL POSTROUTING
iptables -S
iptables -A OUTPUT -m physdev --physdev-out v1 -j DROP
iptables -A INPUT -m physdev --physdev-out v1
