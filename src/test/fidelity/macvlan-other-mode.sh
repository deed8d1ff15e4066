# The mode of a macvlan given anew: private sisters don't hear each other; passthru is neither taken up nor left.
ip netns add a
ip netns add b
ip link add va type veth peer name vb
ip link set va up
ip link set vb up
for n in a b; do
  ip link add mv$n link va type macvlan mode bridge
  ip link set mv$n netns $n
  ip -n $n link set mv$n up
done
ip -n a addr add 10.0.0.1/24 dev mva
ip -n b addr add 10.0.0.2/24 dev mvb
sleep 0.2
ip netns exec a ping -c 1 -W 0.5 10.0.0.2 | grep received
ip -n a link set mva type macvlan mode private
ip -n a -d link show mva
ip netns exec a ping -c 1 -W 0.5 10.0.0.2 | grep received
ip -n a link set mva type macvlan mode passthru
ip -n a link set mva type macvlan mode vepa
ip -n a link set mva type vlan id 5
ip -n a link set mva type macvlan mode nosuch
ip link set va type macvlan mode bridge
ip -n a -d link show mva | grep -o 'mode [a-z]*'
