# Filtering off and on, pvid moves, ranges, self, and the default pvid.
ip link add br0 type bridge vlan_filtering 1 vlan_default_pvid 5
ip link add va type veth peer name vb
ip link set va master br0
bridge vlan show
bridge vlan add dev va vid 20-22
bridge vlan add dev va vid 21 pvid
bridge vlan add dev br0 vid 30 self
bridge vlan add dev br0 vid 31
bridge vlan add dev va vid 0
bridge vlan add dev va vid 4095
bridge vlan add dev va vid 20-22 pvid
bridge vlan del dev va vid 99
bridge vlan del dev va vid 20-21
bridge vlan show
bridge vlan show dev va vid 22
bridge vlan show vid 5
bridge vlan add dev vb vid 3
ip link set br0 type bridge vlan_filtering 0
bridge vlan show
ip link set br0 type bridge vlan_default_pvid 9
bridge vlan show
ip link set va nomaster
bridge vlan show
bridge -j vlan show
