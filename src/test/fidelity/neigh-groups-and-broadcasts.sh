# Groups, broadcasts and loopback need no question; the group's address is in the Ethernet address.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 brd + dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
ip route add 224.0.0.0/4 dev va
ping -c 1 -W 0.3 239.1.1.2 | grep received
ping -c 1 -W 0.3 224.0.0.2 | grep received
ping -c 1 -W 0.3 239.129.3.4 | grep received
ping -b -c 1 -W 0.3 10.0.1.255 | grep received
ping -b -c 1 -W 0.3 255.255.255.255 | grep received
ip neigh | sort
