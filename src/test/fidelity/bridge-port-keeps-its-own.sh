# Addresses of ports and of the bridge in the table, as they change and as ports leave.
ip link add br0 type bridge
ip link add v1 type veth peer name p1
ip link add v2 type veth peer name p2
ip link set v1 master br0
ip link set v2 master br0
bridge fdb show br br0 | grep '^02' | sort
ip link set v1 address 02:00:00:00:00:51
bridge fdb show br br0 | grep '^02' | sort
ip link set v2 address 02:00:00:00:00:51
bridge fdb show br br0 | grep '^02' | sort
ip link set v1 address 02:00:00:00:00:52
bridge fdb show br br0 | grep '^02' | sort
ip link set br0 address 02:00:00:00:00:51
bridge fdb show br br0 | grep '^02' | sort
ip link set v2 nomaster
bridge fdb show br br0 | grep '^02' | sort
ip link set br0 address 02:00:00:00:00:60
bridge fdb show br br0 | grep '^02' | sort
bridge fdb add 02:00:00:00:00:70 dev v1 master
bridge fdb del 02:00:00:00:00:52 dev v1 master
bridge fdb show br br0 | grep '^02' | sort
ip link set v1 nomaster
ip -br link show br0
bridge fdb show br br0 | grep '^02' | sort
bridge fdb show dev v1 | grep '^02'
