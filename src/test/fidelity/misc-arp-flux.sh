# Two links in one subnet: each answers for both addresses, with its own Ethernet address.
ip link add br0 type bridge
ip link set br0 up
ip netns add two
ip netns add h
for i in 1 2; do
  ip link add v$i type veth peer name e$i netns two
  ip link set v$i master br0
  ip link set v$i up
  ip -n two addr add 10.0.0.$i/24 dev e$i
  ip -n two link set e$i up
done
ip link add vh type veth peer name eth0 netns h
ip link set vh master br0
ip link set vh up
ip -n h addr add 10.0.0.9/24 dev eth0
ip -n h link set eth0 up
sleep 0.2
ip netns exec h arping -c 1 -w 1 -I eth0 10.0.0.1 | sed 's/Received 2/Received n/'
ip netns exec two sysctl -w net.ipv4.conf.all.arp_ignore=1
ip netns exec h arping -c 1 -w 1 -I eth0 10.0.0.1
ip netns exec h arping -c 1 -w 1 -I eth0 10.0.0.2
ip netns exec h ping -c 1 -W 1 10.0.0.1
ip netns exec h ping -c 1 -W 1 10.0.0.2
ip -n h neigh | sort
ip -n two neigh | sort
