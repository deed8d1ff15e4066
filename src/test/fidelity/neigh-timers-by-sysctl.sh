# The neighbour's times are settings: retransmission, probes, reachable time, delay.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
sysctl -w net.ipv4.neigh.va.retrans_time_ms=300 net.ipv4.neigh.va.mcast_solicit=5
ping -c 1 -W 4 10.0.1.3
ip neigh
sysctl -w net.ipv4.neigh.va.delay_first_probe_time=1 net.ipv4.neigh.va.ucast_solicit=2 net.ipv4.neigh.va.app_solicit=0
ip neigh replace 10.0.1.2 lladdr 02:00:00:00:00:02 dev va nud stale
ping -c 1 -W 1 10.0.1.2
ip neigh
sleep 1.3
ip neigh
ip netns exec a ip link set eth0 arp off
ip neigh replace 10.0.1.2 lladdr 02:00:00:00:00:02 dev va nud stale
ping -c 1 -W 1 10.0.1.2
sleep 3
ip neigh
ip neigh replace 10.0.1.2 lladdr 02:00:00:00:00:02 dev va nud probe
sleep 1
ip neigh
ip neigh replace 10.0.1.2 lladdr 02:00:00:00:00:02 dev va nud delay
sleep 0.3
ip neigh
sleep 2
ip neigh
