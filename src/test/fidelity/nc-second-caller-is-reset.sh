# second client while first served, no -k
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
(sleep 1.5 | timeout 5 nc -n -l -p 82; echo "srv $?") & sleep .3
(sleep 1; echo first) | timeout 3 $A nc -n -N -p 7021 10.0.1.1 82 &
sleep .3
echo second | timeout 3 $A nc -n -N -p 7022 10.0.1.1 82; echo "cli2 $?"
wait
