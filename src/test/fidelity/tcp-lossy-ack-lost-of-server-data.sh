# ack lost of server data
ip netns add c
ip link add vc type veth peer name eth0 netns c
ip addr add 10.0.1.1/24 dev vc
ip link set vc up
ip -n c addr add 10.0.1.2/24 dev eth0
ip -n c link set eth0 up
sleep 0.3
ping -c 1 10.0.1.2 >/dev/null
C="ip netns exec c"
((sleep 1; echo one; sleep .3; echo two) | timeout 8 nc -n -N -l -p 80; echo "srv $?") & sleep .3
(sleep 4) | $C nc -n -p 7000 10.0.1.1 80 & sleep .5
iptables -A INPUT -p tcp --sport 7000 -j DROP; sleep 1.5; iptables -F; wait; echo done
