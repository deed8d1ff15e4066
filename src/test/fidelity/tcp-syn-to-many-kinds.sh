# What a listener and its client do with odd beginnings: a backlog that is full, a second listener, a client bound to a port.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
nc -l -k -p 80 > /dev/null &
sleep 0.3
ip netns exec a nc -n -z -v -p 5000 10.0.1.1 80
ip netns exec a nc -n -z -v -p 5000 10.0.1.1 80
ip netns exec a nc -n -z -v -s 10.0.1.2 10.0.1.1 80
ip netns exec a nc -n -z -v -s 10.0.1.77 10.0.1.1 80
ss -tan | grep -c TIME

kill %1
sleep 0.2
nc -l -p 80 > /dev/null &
sleep 0.3
sysctl -q -w net.ipv4.ip_default_ttl=33
ip netns exec a sysctl -q -w net.ipv4.tcp_timestamps=0 net.ipv4.tcp_sack=0 net.ipv4.tcp_window_scaling=0
echo hello | ip netns exec a nc -n -N 10.0.1.1 80
sleep 0.2
ss -tan
