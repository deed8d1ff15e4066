# arp_filter answers only on the link the answer's route leaves by.
ip netns add a
for i in 1 2; do
  ip link add v$i type veth peer name e$i netns a
  ip addr add 10.0.0.$i/24 dev v$i
  ip link set v$i up
  ip -n a link set e$i up
done
ip -n a addr add 10.0.0.11/24 dev e1
ip -n a addr add 10.0.0.12/24 dev e2
sleep 0.2
ip netns exec a arping -c 1 -w 1 -I e1 10.0.0.2
ip netns exec a arping -c 1 -w 1 -I e2 10.0.0.1
sysctl -w net.ipv4.conf.all.arp_filter=1
ip netns exec a arping -c 1 -w 1 -I e1 10.0.0.2
ip netns exec a arping -c 1 -w 1 -I e2 10.0.0.1
ip netns exec a arping -c 1 -w 1 -I e1 10.0.0.1
sysctl -w net.ipv4.conf.all.arp_filter=0
for v in 1 2 3 8; do
  sysctl -w net.ipv4.conf.all.arp_ignore=$v
  ip netns exec a arping -c 1 -w 1 -I e1 10.0.0.2
  ip netns exec a arping -c 1 -w 1 -I e1 10.0.0.1
  ip netns exec a arping -c 1 -w 1 -I e1 -s 10.0.0.11 10.0.0.1
done
