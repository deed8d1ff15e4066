# timestamps and friends off
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
ip -n a link set lo up
sleep 0.3
ping -c 1 10.0.1.2 >/dev/null
A="ip netns exec a"
$A sysctl -qw net.ipv4.tcp_timestamps=0
(timeout 4 nc -n -l -p 80 </dev/null; echo "srv $?") & sleep .3
echo hi | $A nc -n -N -p 7000 10.0.1.1 80; wait
$A sysctl -qw net.ipv4.tcp_sack=0 net.ipv4.tcp_window_scaling=0
(timeout 4 nc -n -l -p 81 </dev/null; echo "srv $?") & sleep .3
echo hi | $A nc -n -N -p 7001 10.0.1.1 81; wait
