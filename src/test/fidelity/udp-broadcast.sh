# broadcast
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
(timeout 2 nc -n -u -l -p 54 </dev/null; echo "srv $?") & sleep .3
echo one | $A nc -n -u -q 0 -p 7002 10.0.1.255 54; echo "cli $?"
echo one | $A nc -b -n -u -q 0 -p 7002 10.0.1.255 54; echo "cli $?"
wait
