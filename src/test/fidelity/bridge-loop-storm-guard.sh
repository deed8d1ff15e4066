# A loop through one bridge: the port whose own frame comes back says so; with STP the second port blocks.
ip link add br0 type bridge mcast_snooping 0
ip link set br0 type bridge stp_state 1 forward_delay 200
ip link set br0 up
ip link add a0 type veth peer name a1
ip link set a0 master br0
ip link set a1 master br0
ip link set a0 up
ip link set a1 up
sleep 5
bridge link
ip netns add h
ip link add v type veth peer name eth0 netns h
ip link set v master br0
ip link set v up
ip addr add 10.1.1.254/24 dev br0
ip -n h addr add 10.1.1.1/24 dev eth0
ip -n h link set eth0 up
sleep 4.5
ip netns exec h ping -c 1 -W 1 10.1.1.254
bridge fdb show br br0 | grep -v permanent
