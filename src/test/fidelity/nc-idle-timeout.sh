# -w 1
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
(sleep 3 | timeout 4 nc -n -l -p 85; echo "srv $?") & sleep .3
echo w | $A nc -n -w 1 -p 7051 10.0.1.1 85; echo "cli $?"
wait
