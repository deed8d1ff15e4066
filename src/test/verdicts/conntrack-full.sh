# The table of connections is full of some that have been answered.
sysctl -qw net.ipv4.ip_forward=1
for i in 1 2; do
  ip netns add h$i
  ip link add p$i type veth peer name eth0 netns h$i
  ip link set p$i up
  ip addr add 10.0.$i.254/24 dev p$i
  ip -n h$i addr add 10.0.$i.1/24 dev eth0
  ip -n h$i link set eth0 up
  ip -n h$i route add default via 10.0.$i.254
done
iptables -t nat -A POSTROUTING -o p2 -j MASQUERADE
for port in 1 2 3; do ip netns exec h2 nc -l -p 700$port -q 3 > /dev/null & done
sleep 0.2
sysctl -qw net.netfilter.nf_conntrack_max=2
for port in 1 2 3; do (sleep 2 | ip netns exec h1 nc -w 1 10.0.2.1 700$port) & sleep 0.1; done
wait %4 %5 %6
kill %3
