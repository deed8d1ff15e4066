# iptables sees bridged packets, and DNAT sends them elsewhere.
sysctl -qw net.ipv4.ip_forward=1
ip link add br0 type bridge
ip link set br0 up
ip addr add 10.0.0.254/24 dev br0
for i in 1 2 3; do
  ip netns add h$i
  ip link add p$i type veth peer name eth0 netns h$i
  ip link set p$i master br0 up
  ip -n h$i addr add 10.0.0.$i/24 dev eth0
  ip -n h$i link set eth0 up
done
ip netns add far
ip link add up0 type veth peer name eth0 netns far
ip addr add 192.0.2.1/24 dev up0
ip link set up0 up
ip -n far addr add 192.0.2.2/24 dev eth0
ip -n far link set eth0 up
ip -n far route add default via 192.0.2.1
modprobe br_netfilter
sysctl -qw net.bridge.bridge-nf-call-iptables=1
ip netns exec h1 ping -c 1 -W 1 10.0.0.2
iptables -t nat -A PREROUTING -i br0 -d 10.0.0.2 -p udp --dport 53 -j DNAT --to 10.0.0.3
iptables -t nat -A PREROUTING -i br0 -d 10.0.0.2 -p udp --dport 54 -j DNAT --to 192.0.2.2
iptables -t nat -A PREROUTING -i br0 -d 10.0.0.2 -p udp --dport 55 -j DNAT --to 127.0.0.1
for port in 53 54 55; do
  echo hello | ip netns exec h1 nc -u -w 1 10.0.0.2 $port
done
