# Echoes that are not answered, and errors nobody asked for.
ip netns add b
ip link add eth0 type veth peer name eth0 netns b
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip -n b addr add 10.0.0.2/24 dev eth0
ip -n b link set eth0 up
ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_all=1
ping -c 1 -W 1 10.0.0.2
ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_all=0
ping -c 1 -W 1 -b 10.0.0.255
ip netns exec b sysctl -qw net.ipv4.icmp_echo_ignore_broadcasts=0
ping -c 1 -W 1 -b 10.0.0.255
# An answer that comes when nobody waits any more; one without a way back.
ip netns exec b tc qdisc add dev eth0 root netem delay 3s
timeout 1 ping -c 1 -W 1 10.0.0.2
sleep 4
ip netns exec b tc qdisc del dev eth0 root
ip addr add 10.99.0.1/32 dev lo
ping -c 1 -W 1 -I 10.99.0.1 10.0.0.2
# A program that has ended is told of a refused port.
ip netns exec b tc qdisc add dev eth0 root netem delay 2s
echo x | timeout 1 nc -u -w 1 10.0.0.2 999
sleep 3
