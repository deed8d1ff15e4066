# Spanning tree between two bridges with two links: one port blocks, messages are read.
for i in 1 2; do
  ip netns add s$i
  ip -n s$i link add br0 type bridge stp_state 1 forward_delay 200
  ip -n s$i addr add 10.0.0.$i/24 dev br0
done
for i in 1 2; do
  ip link add a$i netns s1 type veth peer name b$i netns s2
  ip -n s1 link set a$i master br0 up
  ip -n s2 link set b$i master br0 up
done
ip -n s1 link set br0 up
ip -n s2 link set br0 up
ip netns exec s1 ping -c 2 -W 1 10.0.0.2
sleep 6
ip netns exec s1 ping -c 1 -W 1 10.0.0.2
