# A host hears its own broadcasts and those groups it belongs to.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 brd + dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 brd + dev eth0
ip -n a link set eth0 up
sleep 0.2
sysctl -q -w net.ipv4.icmp_echo_ignore_broadcasts=0
ip netns exec a sysctl -q -w net.ipv4.icmp_echo_ignore_broadcasts=0
ping -b -c 1 -W 0.5 10.0.1.255
ping -c 1 -W 0.5 -I va 224.0.0.1
ping -b -c 1 -W 0.5 127.255.255.255
ping -b -c 1 -W 0.5 -I va 255.255.255.255
ip netns exec a sysctl -q -w net.ipv4.icmp_echo_ignore_broadcasts=1
ping -b -c 1 -W 0.5 10.0.1.255 | grep -c bytes.from
