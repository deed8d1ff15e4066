# Devices that cannot send, and devices that sit on others.
ip netns add b
ip link add eth0 type veth peer name eth0 netns b
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip -n b addr add 10.0.0.2/24 dev eth0
ping -c 1 -W 1 10.0.0.2
ip -n b link set eth0 up
ping -c 1 -W 1 10.0.0.2
# The other end goes down while something is on its way.
(sleep 0.5; ip -n b link set eth0 down) &
ping -c 3 -i 0.3 -W 1 10.0.0.2
ip -n b link set eth0 up
# VLAN, macvlan, dummy, vrf.
ip link add eth0.5 link eth0 type vlan id 5
ip link set eth0.5 up
ip addr add 10.5.0.1/24 dev eth0.5
ping -c 1 -W 1 10.5.0.2
ip -n b link add eth0.5 link eth0 type vlan id 5
ip -n b link set eth0.5 up
ip -n b addr add 10.5.0.2/24 dev eth0.5
ping -c 1 -W 1 10.5.0.2
ip netns add c
ip -n b link add mv0 link eth0 type macvlan mode bridge
ip -n b link set mv0 netns c
ip -n c link set mv0 up
ip -n c addr add 10.0.0.3/24 dev mv0
ping -c 1 -W 1 10.0.0.3
ip neigh replace 10.0.0.3 lladdr $(ip netns exec c cat /sys/class/net/mv0/address) dev eth0 nud permanent
ip -n c link set mv0 down
ip -n b link set eth0.5 down
ping -c 1 -W 1 10.5.0.2
ping -c 1 -W 1 10.0.0.3
ip link add d0 type dummy
ip link set d0 up
ip addr add 10.6.0.1/24 dev d0
ip neigh add 10.6.0.2 lladdr 02:00:00:00:66:02 dev d0
ping -c 1 -W 1 10.6.0.2
ip link add red type vrf table 10
ip link set red up
ip route add 10.7.0.0/24 dev red
ping -c 1 -W 1 10.7.0.1
ping -c 1 -W 1 -I red 10.7.0.1
# netem holds back, loses, and has no more room.
tc qdisc add dev eth0 root netem delay 50ms
ping -c 1 -W 1 10.0.0.2
tc qdisc replace dev eth0 root netem loss 100%
ping -c 1 -W 1 10.0.0.2
tc qdisc replace dev eth0 root netem delay 300ms limit 1
ping -c 4 -i 0.2 -W 1 10.0.0.2
