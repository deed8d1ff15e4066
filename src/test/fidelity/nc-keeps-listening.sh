# -k serves one after the other
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
(timeout 4 nc -n -k -l -v -p 80 </dev/null 2>/dev/null; echo "srv $?") & sleep .3
for i in 1 2 3; do echo hi$i | $A nc -n -N -v -p 700$i 10.0.1.1 80; echo "cli $?"; sleep .2; done
wait
