# A container reaches 220.181.38.148.

#: setup
# --- taken for granted by the article: the host's eth0 and what lies behind it ---
ip netns add internet
ip link add eth0 type veth peer name up0 netns internet
ip addr add 172.28.128.1/20 dev eth0
ip link set eth0 up
ip -n internet link set lo up
ip -n internet addr add 172.28.143.253/20 dev up0
ip -n internet addr add 220.181.38.148/32 dev lo
ip -n internet link set up0 up
ip route add default via 172.28.143.253 dev eth0 metric 100

# --- what Docker has set up ---
ip link add docker0 type bridge
ip addr add 172.17.0.1/16 dev docker0
ip link set docker0 up
for i in 1 2; do
  ip netns add c$i
  ip link add veth$i type veth peer name eth0 netns c$i
  ip link set veth$i master docker0
  ip link set veth$i up
  ip -n c$i link set lo up
  ip -n c$i addr add 172.17.0.$((i + 1))/16 dev eth0
  ip -n c$i link set eth0 up
  ip -n c$i route add default via 172.17.0.1
done
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE

#: session
# --- container2 to the internet ---
route -n
ip netns exec c2 ping -c 2 220.181.38.148
iptables -t nat -nvL POSTROUTING
conntrack -L -p icmp
