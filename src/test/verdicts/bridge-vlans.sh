# A bridge that filters VLANs.
ip link add br0 type bridge vlan_filtering 1
ip link set br0 up
ip addr add 10.0.0.254/24 dev br0
for i in 1 2; do
  ip netns add h$i
  ip link add p$i type veth peer name eth0 netns h$i
  ip link set p$i master br0 up
  ip -n h$i addr add 10.0.0.$i/24 dev eth0
  ip -n h$i link set eth0 up
done
ip netns exec h1 ping -c 1 10.0.0.2
bridge vlan del dev p2 vid 1
bridge vlan add dev p2 vid 2 pvid untagged
ip netns exec h1 ping -c 1 -W 1 10.0.0.2
bridge vlan del dev p1 vid 1
ip netns exec h1 ping -c 1 -W 1 10.0.0.2
bridge vlan add dev p1 vid 2 pvid untagged
ip netns exec h1 ping -c 1 -W 1 10.0.0.254
bridge vlan del dev br0 vid 1 self
ping -c 1 -W 1 10.0.0.1
# Tagged where the port has no such VLAN, and one that the bridge's own interface carries.
ip -n h1 link add eth0.7 link eth0 type vlan id 7
ip -n h1 link set eth0.7 up
ip -n h1 addr add 10.7.0.1/24 dev eth0.7
ip netns exec h1 ping -c 1 -W 1 10.7.0.2
