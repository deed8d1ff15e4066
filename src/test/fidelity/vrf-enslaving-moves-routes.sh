# Enslaving moves a link's connected routes to the VRF's table; releasing brings them back.
ip link add red type vrf table 10
ip link add va type veth peer name vb
ip addr add 10.0.0.1/24 dev va
ip link set va up
ip link set vb up
sleep 0.3
ip route
ip link set va master red
ip route
ip route show table 10
ip link set red up
ip route show table 10
ip rule
ip link set va nomaster
ip route
ip route show table 10
ip link set va master red
ip link del red
ip -br link
ip route
ip link add red2 type vrf
ip link add red2 type vrf table 0
ip link add red2 type vrf table 10
ip link add red3 type vrf table 10
ip link set lo master red2
