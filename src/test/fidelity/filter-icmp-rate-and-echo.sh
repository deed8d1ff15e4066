# Settings that keep the host silent: icmp_echo_ignore_all, icmp_ratelimit, icmp_ratemask.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
ip -n a route add default via 10.0.1.1
sysctl -w net.ipv4.ip_forward=1
sleep 0.2
sysctl -w net.ipv4.icmp_echo_ignore_all=1
ip netns exec a ping -c 1 -W 1 10.0.1.1
sysctl -w net.ipv4.icmp_echo_ignore_all=0
ip netns exec a ping -c 6 -i 0.2 -W 1 10.9.9.9
sysctl -w net.ipv4.icmp_ratelimit=0
ip netns exec a ping -c 6 -i 0.2 -W 1 10.9.9.9
sysctl -w net.ipv4.icmp_ratelimit=1000 net.ipv4.icmp_ratemask=0
ip netns exec a ping -c 4 -i 0.2 -W 1 10.9.9.9
