# 10000 bytes
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
ip -n a link set lo up
sleep 0.3
ping -c 1 10.0.1.2 >/dev/null
A="ip netns exec a"
(timeout 4 nc -n -l -p 85 </dev/null | wc -c) & sleep .3
head -c 10000 /dev/zero | $A nc -n -N -p 7029 10.0.1.1 85; wait
