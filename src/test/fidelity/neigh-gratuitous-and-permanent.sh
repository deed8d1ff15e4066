# A permanent entry asks nobody and never ages; noarp too; a wrong one sends into the void.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
ip neigh add 10.0.1.2 lladdr 02:00:00:00:00:02 dev va
ip neigh
ping -c 1 -W 1 10.0.1.2
ip neigh add 10.0.1.2 lladdr 02:00:00:00:00:77 dev va
ip neigh change 10.0.1.2 lladdr 02:00:00:00:00:77 dev va
ping -c 1 -W 1 10.0.1.2
ip neigh replace 10.0.1.2 lladdr 02:00:00:00:00:02 dev va nud noarp
ip neigh
ip neigh show nud noarp
ping -c 1 -W 1 10.0.1.2
ip neigh del 10.0.1.2 dev va
ip neigh del 10.0.1.2 dev va
ip neigh
ip neigh add 10.0.1.3 dev va
ip neigh add 10.0.1.3 lladdr 02:00 dev va
ip neigh add 10.0.1.3 lladdr 02:00:00:00:00:03 dev nosuch
ip neigh add 10.0.1.3 lladdr 02:00:00:00:00:03
ip neigh change 10.0.1.3 lladdr 02:00:00:00:00:03 dev va
ip neigh add 10.0.1.3 lladdr 02:00:00:00:00:03 dev va nud stale
ip neigh add 10.0.1.4 lladdr 02:00:00:00:00:04 dev va nud reachable
ip neigh add 10.0.1.5 dev va nud failed
ip neigh add 10.0.1.6 dev va nud none
ip neigh add 10.0.1.7 lladdr 02:00:00:00:00:03 dev va nud bogus
ip neigh show | sort
ip -s neigh show 10.0.1.4 | sed 's/used.*probes/used T probes/'
ip neigh get 10.0.1.4 dev va
ip neigh get 10.0.1.44 dev va
ip neigh flush dev va
ip neigh show | sort
ip neigh flush all
ip -s neigh flush all
