# ping -M: do refuses what does not fit the link, want and dont cut it.
ip netns add a
ip link add va mtu 1000 type veth peer name eth0 netns a
ip -n a link set eth0 mtu 1000
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
ping -c 1 -W 1 -s 972 -M do 10.0.1.2
ping -c 1 -W 1 -s 973 -M do 10.0.1.2
ping -c 1 -W 1 -s 973 -M want 10.0.1.2
ping -c 1 -W 1 -s 973 -M dont 10.0.1.2
ping -c 1 -W 1 -s 973 10.0.1.2
ping -c 1 -W 1 -s 65507 10.0.1.2
ping -c 1 -W 1 -s 65508 10.0.1.2
ping -c 2 -i 0.2 -W 1 -s 1400 -M do 10.0.1.2
ip link set va mtu 67
ip link set va mtu 68
ip link set va mtu 65535
ip link set va mtu 65536
ip link show va
sysctl -w net.ipv4.ip_no_pmtu_disc=1
ping -c 1 -W 1 -s 100 10.0.1.2
