# What a bridge does with frames for its ports: known, unknown, isolated, locked, too large, moved.
ip link add br0 type bridge
ip link set br0 up
for i in 1 2 3; do
  ip netns add h$i
  ip link add p$i type veth peer name eth0 netns h$i
  ip link set p$i master br0 up
  ip -n h$i addr add 10.0.0.$i/24 dev eth0
  ip -n h$i link set eth0 up
done
ip addr add 10.0.0.254/24 dev br0
ip netns exec h1 ping -c 1 10.0.0.2
# A port that is not flooded to, and an address nobody knows.
bridge link set dev p2 flood off
ip -n h1 neigh replace 10.0.0.9 lladdr 02:00:00:00:99:09 dev eth0
ip netns exec h1 ping -c 1 -W 1 10.0.0.9
# Two isolated ports.
bridge link set dev p1 isolated on
bridge link set dev p2 isolated on
ip netns exec h1 ping -c 1 -W 1 10.0.0.2
bridge link set dev p1 isolated off
bridge link set dev p2 isolated off
# A locked port admits only what is in its table for it.
bridge link set dev p3 learning off locked on
ip netns exec h3 ping -c 1 -W 1 10.0.0.1
bridge link set dev p3 learning on locked off
# A frame for where it came from, and one for where it may not go.
bridge fdb add 02:00:00:00:99:01 dev p1 master static
ip -n h1 neigh replace 10.0.0.8 lladdr 02:00:00:00:99:01 dev eth0
ip netns exec h1 ping -c 1 -W 1 10.0.0.8
bridge fdb add 02:00:00:00:99:02 dev p2 master static
ip -n h1 neigh replace 10.0.0.4 lladdr 02:00:00:00:99:02 dev eth0
bridge link set dev p2 state 2
ip netns exec h1 ping -c 1 -W 1 10.0.0.4
bridge link set dev p2 state 3
ip link set p2 down
# An address that moves to another port.
ip -n h3 link set eth0 down
ip -n h3 link set eth0 address 02:00:00:00:77:07
ip -n h3 link set eth0 up
ip netns exec h3 ping -c 1 -W 1 10.0.0.1
ip link set p2 up
ip -n h2 link set eth0 address 02:00:00:00:77:07
ip netns exec h2 ping -c 1 -W 1 10.0.0.1
# Too large for the port it must leave by.
ip link set p1 mtu 1400
ip netns exec h2 ping -c 1 -W 1 -s 1450 10.0.0.1
# The groups of the wire itself.
ip -n h1 neigh replace 10.0.0.7 lladdr 01:80:c2:00:00:0e dev eth0
ip netns exec h1 ping -c 1 -W 1 10.0.0.7
ip -n h1 neigh replace 10.0.0.6 lladdr 01:80:c2:00:00:01 dev eth0
ip netns exec h1 ping -c 1 -W 1 10.0.0.6
# The host sends to the bridge's own address.
ip link set br0 address 02:00:00:00:bb:bb
ip neigh replace 10.0.0.5 lladdr 02:00:00:00:bb:bb dev br0
ping -c 1 -W 1 10.0.0.5
