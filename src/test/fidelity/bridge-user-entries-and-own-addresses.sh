# An entry of the user's for an address that is, or becomes, one of the bridge's own.
ip link add br0 type bridge
ip link add v1 type veth peer name p1
ip link add v2 type veth peer name p2
ip link set v1 master br0
ip link set v2 master br0
s(){ bridge fdb show br br0 | grep '^02' | sort; }
bridge fdb add 02:00:00:00:00:01 dev v2 master permanent
bridge fdb replace 02:00:00:00:00:01 dev v2 master permanent
s
ip link set v1 address 02:00:00:00:00:51
s
bridge fdb add 02:00:00:00:00:52 dev v1 master static
ip link set v1 address 02:00:00:00:00:52
s
bridge fdb replace 02:00:00:00:00:52 dev v1 master permanent
ip link set v1 address 02:00:00:00:00:53
s
bridge fdb add 02:00:00:00:00:54 dev v2 master permanent
ip link set v1 address 02:00:00:00:00:54
s
ip link set v1 nomaster
s
ip link set v2 nomaster
s
