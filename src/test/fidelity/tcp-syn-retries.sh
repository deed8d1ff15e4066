# SYN dropped for a while
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
iptables -A INPUT -p tcp --dport 80 -j DROP
(timeout 5 nc -n -l -p 80 </dev/null; echo "srv $?") & sleep .3
echo hi | $A nc -n -N -p 7000 10.0.1.1 80 & sleep 2.5; iptables -F; wait
