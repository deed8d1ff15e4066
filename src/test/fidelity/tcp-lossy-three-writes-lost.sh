# three writes lost
ip netns add c
ip link add vc type veth peer name eth0 netns c
ip addr add 10.0.1.1/24 dev vc
ip link set vc up
ip -n c addr add 10.0.1.2/24 dev eth0
ip -n c link set eth0 up
sleep 0.3
ping -c 1 10.0.1.2 >/dev/null
C="ip netns exec c"
(timeout 8 nc -n -l -p 80 </dev/null; echo "srv $?") & sleep .3
(sleep .5; for i in 1 2 3; do echo line $i; sleep .1; done; sleep 3) | $C nc -n -N -p 7000 10.0.1.1 80 & sleep .3; iptables -A INPUT -p tcp --dport 80 -j DROP; sleep 1; iptables -F; wait
