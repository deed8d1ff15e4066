# server not reading then window
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
(timeout 1 nc -n -l -p 84 </dev/null | sleep 2; echo "srv $?") & sleep .3
(head -c 2000 /dev/zero; sleep 1.5) | timeout 4 $A nc -n -N -p 7027 10.0.1.1 84; echo cli $?
wait
