# chat
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
(sleep .5; echo s1; sleep 1; echo s2; sleep 1) | timeout 5 nc -n -l -p 86 & sleep .3
(sleep .7; echo c1; sleep 1; echo c2; sleep 1.2) | timeout 5 $A nc -n -N -p 7032 10.0.1.1 86; sleep .2; echo; wait
