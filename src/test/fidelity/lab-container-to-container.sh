# One container reaches another over docker0. The article's 192.268.3.101 is a slip for 192.168.3.101.

#: setup
# --- what Docker has set up ---
brctl addbr docker0
ip addr add 192.168.3.1/24 dev docker0
ip link set docker0 up
for i in 101 106; do
  ip netns add c$i
  ip link add veth$i type veth peer name eth0 netns c$i
  brctl addif docker0 veth$i
  ip link set veth$i up
  ip -n c$i link set lo up
  ip -n c$i addr add 192.168.3.$i/24 dev eth0
  ip -n c$i link set eth0 up
  ip -n c$i route add default via 192.168.3.1
done

#: session
# --- container1 to container2 ---
ip netns exec c101 ping -c 2 192.168.3.106
ip netns exec c101 arp -n
ip netns exec c106 arp -n
bridge fdb show br docker0
