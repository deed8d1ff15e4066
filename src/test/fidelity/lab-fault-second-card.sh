# The server has a second card. From the office its first address answers, its second does not.

#: setup
ip netns add office
ip netns add router
ip netns add server
ip -n router link add lan0 type veth peer name eth0 netns office
ip -n router link add lan1 type veth peer name eth0 netns server
ip -n router link add lan2 type veth peer name eth1 netns server
for ns in office router server; do
  ip -n $ns link set lo up
done
ip netns exec router sysctl -w net.ipv4.ip_forward=1
ip netns exec server sysctl -w net.ipv4.conf.all.rp_filter=1
ip -n router addr add 10.9.0.1/24 dev lan0
ip -n router link set lan0 up
ip -n router addr add 10.1.0.1/24 dev lan1
ip -n router link set lan1 up
ip -n router addr add 10.2.0.1/24 dev lan2
ip -n router link set lan2 up
ip -n office addr add 10.9.0.5/24 dev eth0
ip -n office link set eth0 up
ip -n office route add default via 10.9.0.1
ip -n server addr add 10.1.0.10/24 dev eth0
ip -n server link set eth0 up
ip -n server addr add 10.2.0.10/24 dev eth1
ip -n server link set eth1 up
ip -n server route add default via 10.1.0.1

#: session
ip netns exec office ping -c 1 10.1.0.10
ip netns exec office ping -c 2 -W 1 10.2.0.10
ip netns exec router ping -c 1 10.2.0.10
ip -n server route get 10.9.0.5
