# No questions at all: mcast_solicit 0 fails at once; one question; retries of the host's own.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a link set eth0 up
sleep 0.2
sysctl -w net.ipv4.neigh.va.mcast_solicit=0
ping -c 1 -W 1 10.0.1.2
ip neigh
sysctl -w net.ipv4.neigh.va.mcast_solicit=1
ping -c 1 -W 4 10.0.1.2
ip neigh
sysctl -w net.ipv4.neigh.va.mcast_solicit=2 net.ipv4.neigh.va.mcast_resolicit=1 net.ipv4.neigh.va.ucast_solicit=1
ping -c 2 -i 0.3 -W 4 10.0.1.2
ip neigh add 10.0.1.3 lladdr 02:00:00:00:00:33 dev va nud probe
sleep 4
ip neigh show 10.0.1.3
