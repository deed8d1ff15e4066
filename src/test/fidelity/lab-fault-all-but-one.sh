# The database has a new network card. All reach it but one.

#: setup
ip netns add switch
ip netns add app
ip netns add report
ip netns add db
ip -n switch link add br0 type bridge
ip -n switch link add port1 type veth peer name eth0 netns app
ip -n switch link add port2 type veth peer name eth0 netns report
ip -n switch link add port3 type veth peer name eth0 address 02:00:00:00:00:31 netns db
for port in port1 port2 port3; do
  ip -n switch link set $port master br0
done
for dev in lo br0 port1 port2 port3; do
  ip -n switch link set $dev up
done
ip -n app addr add 10.30.0.5/24 dev eth0
ip -n report addr add 10.30.0.6/24 dev eth0
ip -n db addr add 10.30.0.9/24 dev eth0
for ns in app report db; do
  ip -n $ns link set lo up
  ip -n $ns link set eth0 up
done
ip -n app neigh add 10.30.0.9 lladdr 02:00:00:00:00:30 dev eth0 nud permanent

#: session
ip netns exec app ping -c 2 -W 1 10.30.0.9
ip netns exec report ping -c 1 10.30.0.9
ip netns exec db ping -c 1 -W 1 10.30.0.5
ip -n app neigh
bridge -n switch fdb show br br0 dynamic
