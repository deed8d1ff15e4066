# What arp_accept=1 takes: an announcement, an answer to another; not a mere question.
ip netns add a
ip netns add b
ip link add br0 type bridge
ip link set br0 up
i=1
for n in a b; do
  ip link add v$n type veth peer name eth0 netns $n
  ip link set v$n master br0
  ip link set v$n up
  ip -n $n addr add 10.0.1.$i/24 dev eth0
  ip -n $n link set eth0 up
  i=$((i+1))
done
sleep 0.2
ip -n a addr add 10.7.7.7/32 dev eth0
for v in 0 1 2; do
  echo "== arp_accept $v"
  ip netns exec b sysctl -q -w net.ipv4.conf.eth0.arp_accept=$v
  ip netns exec a arping -q -c 1 -w 1 -I eth0 10.0.1.9
  ip -n b neigh
  ip netns exec a arping -q -c 1 -U -I eth0 -s 10.7.7.7 10.7.7.7
  ip -n b neigh
  ip -n b neigh flush all
  ip netns exec a arping -q -c 1 -A -I eth0 -s 10.0.1.1 10.0.1.1
  ip -n b neigh
  ip -n b neigh flush all
done
ip netns exec b sysctl -q -w net.ipv4.conf.eth0.drop_gratuitous_arp=1
ip netns exec a arping -q -c 1 -A -I eth0 10.0.1.1
ip -n b neigh
ip netns exec b sysctl -q -w net.ipv4.conf.eth0.arp_evict_nocarrier=0
ip netns exec b ping -c 1 -W 1 10.0.1.1 | grep received
ip link set vb down
sleep 1.2
ip -n b neigh
