# Since Docker is on the machine, two guests on one bridge find each other by ARP but not by ping.

#: setup
ip netns add vm1
ip netns add vm2
ip netns add c1
ip link add br0 type bridge
ip link add docker0 type bridge
ip link add vnet1 type veth peer name eth0 netns vm1
ip link add vnet2 type veth peer name eth0 netns vm2
ip link add veth1 type veth peer name eth0 netns c1
ip link set vnet1 master br0
ip link set vnet2 master br0
ip link set veth1 master docker0
ip addr add 10.10.0.1/24 dev br0
ip addr add 172.17.0.1/16 dev docker0
for dev in br0 vnet1 vnet2 docker0 veth1; do
  ip link set $dev up
done
for i in 1 2; do
  ip -n vm$i link set lo up
  ip -n vm$i addr add 10.10.0.1$i/24 dev eth0
  ip -n vm$i link set eth0 up
  ip -n vm$i route add default via 10.10.0.1
done
ip -n c1 link set lo up
ip -n c1 addr add 172.17.0.2/16 dev eth0
ip -n c1 link set eth0 up
ip -n c1 route add default via 172.17.0.1
sysctl -w net.ipv4.ip_forward=1
sysctl -w net.bridge.bridge-nf-call-iptables=1
iptables -P FORWARD DROP
iptables -A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
iptables -A FORWARD -i docker0 -j ACCEPT

#: session
ip netns exec vm1 ping -c 2 -W 1 10.10.0.12
ip netns exec vm1 ip neigh
ip netns exec vm1 ping -c 1 10.10.0.1
iptables -nvL FORWARD
