# What a bridge and its port are born with, as each tool shows it.
ip link add br0 type bridge
ip -d link show br0 | grep -o 'forward_delay.*priority [0-9]*'
ip -d link show br0 | grep -o 'mcast_hash.*nf_call_arptables [01]'
brctl showstp br0 | grep -v gc
ip link add v1 type veth peer name p1
ip link set v1 master br0
brctl showstp br0 | grep -v gc
bridge -d link show dev v1
ip link set p1 up
ip link set v1 up
ip link set br0 up
brctl stp br0 on
sleep 0.3
brctl showstp br0 | grep -v timer
ip -d link show v1 | grep -o 'port_id.*designated_root [0-9a-f:.]*'
for f in forward_delay hello_time max_age ageing_time priority stp_state group_fwd_mask root_id bridge_id root_port root_path_cost multicast_snooping; do cat /sys/class/net/br0/bridge/$f; done
for f in state path_cost priority port_id port_no hairpin_mode learning unicast_flood isolated; do cat /sys/class/net/v1/brport/$f; done
