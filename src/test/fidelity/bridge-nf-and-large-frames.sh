# With br_netfilter a bridge still says nothing of frames that are too large, but cuts what it has put together.
ip link add br0 type bridge
ip link set br0 up
for i in 1 2; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
  ip link set v$i master br0
  ip link set v$i up
  ip -n h$i addr add 10.1.1.$i/24 dev eth0
  ip -n h$i link set eth0 up
done
ip link set v2 mtu 1000
sysctl -w net.bridge.bridge-nf-call-iptables=1
sleep 0.2
ip netns exec h1 ping -c 1 -W 0.5 -s 972 10.1.1.2 | grep received
ip netns exec h1 ping -c 1 -W 0.5 -s 973 -M do 10.1.1.2 | grep -e received -e From
ip netns exec h1 ping -c 1 -W 0.5 -s 973 -M dont 10.1.1.2 | grep received
iptables -A FORWARD -m conntrack --ctstate NEW
ip netns exec h1 ping -c 1 -W 0.5 -s 973 -M do 10.1.1.2 | grep -e received -e From
ip netns exec h1 ping -c 1 -W 0.5 -s 973 -M dont 10.1.1.2 | grep received
ip netns exec h1 ping -c 1 -W 0.5 -s 3000 -M dont 10.1.1.2 | grep received
ip -n h1 link set eth0 mtu 900
ip netns exec h1 ping -c 1 -W 0.5 -s 3000 10.1.1.2 | grep received
iptables -nvL FORWARD
