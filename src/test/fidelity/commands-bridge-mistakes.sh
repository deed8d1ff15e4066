# bridge and ip link's bridge words, mistyped.
ip link add br0 type bridge
ip link add v1 type veth peer name p1
bridge
bridge foo
bridge link set dev v1 state 3
bridge link set dev nosuch cost 3
bridge link set cost 3
ip link set v1 master br0
bridge link set dev v1 state bogus
bridge link set dev v1 hairpin maybe

bridge link set dev v1 nosuch on
bridge link show dev nosuch
bridge fdb add
bridge fdb add 02:00 dev v1
bridge fdb add 02:00:00:00:00:01 dev nosuch
bridge fdb add 01:00:5e:00:00:05 dev v1 master
bridge fdb add 02:00:00:00:00:09 dev v1 master bogus
bridge fdb add 02:00:00:00:00:09 dev v1 master vlan 5000
bridge fdb del 02:00:00:00:00:09 dev v1 master
bridge fdb show dev nosuch
bridge fdb show br nosuch
bridge fdb show brport v1 | head -2


bridge mdb show
ip link set br0 master v1
ip link set br0 master br0
ip link set v1 master v1
ip link set lo master br0
ip link add br0 type bridge
ip link add br1 type bridge bogus 1
ip link add br1 type bridge stp_state
ip link del br0 type veth
ip link del br0 type bridge
ip link show v1
