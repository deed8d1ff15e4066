# TCP's progress confirms a neighbour in doubt; a mere ping does not, and it is asked.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
sysctl -q -w net.ipv4.neigh.va.delay_first_probe_time=1
ip -n a neigh add 10.0.1.1 lladdr 02:00:00:00:00:01 dev eth0
ip netns exec a nc -l -k -p 80 > /dev/null &
sleep 0.3
ip neigh replace 10.0.1.2 lladdr 02:00:00:00:00:02 dev va nud stale
(echo a; sleep 0.8; echo b; sleep 0.5; echo c; sleep 0.4) | nc -n -N 10.0.1.2 80
ip neigh
ip neigh replace 10.0.1.2 lladdr 02:00:00:00:00:02 dev va nud stale
ping -c 1 -W 1 10.0.1.2 | grep received
sleep 1.5
ip neigh
kill %1
