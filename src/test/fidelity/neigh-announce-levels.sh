# arp_announce 0, 1 and 2: which address the question carries, for one of the subnet and one of another.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip addr add 10.0.1.9/24 dev va
ip addr add 172.16.5.5/32 dev lo
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
ip -n a route add default via 10.0.1.1
sleep 0.2
for v in 0 1 2; do
  sysctl -w net.ipv4.conf.va.arp_announce=$v
  for s in 172.16.5.5 10.0.1.9; do
    ping -c 1 -W 1 -I $s 10.0.1.2 | grep received
    ip neigh flush dev va
    ip -n a neigh flush dev eth0
  done
done
sysctl -w net.ipv4.conf.va.arp_announce=0 net.ipv4.conf.all.arp_announce=2
ping -c 1 -W 1 -I 172.16.5.5 10.0.1.2 | grep received
