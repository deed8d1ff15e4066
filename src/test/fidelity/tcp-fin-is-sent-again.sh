# FIN dropped
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
(timeout 8 nc -n -l -p 80 </dev/null; echo "srv $?") & sleep .3
(sleep 1) | timeout 5 $A nc -n -N -p 7000 10.0.1.1 80 & sleep .5; iptables -A INPUT -p tcp -j DROP; sleep 2; $A ss -tan; ss -tan; iptables -F; wait
