# fin lost
ip netns add c
ip link add vc type veth peer name eth0 netns c
ip addr add 10.0.1.1/24 dev vc
ip link set vc up
ip -n c addr add 10.0.1.2/24 dev eth0
ip -n c link set eth0 up
sleep 0.3
ping -c 1 10.0.1.2 >/dev/null
C="ip netns exec c"
iptables -A INPUT -p tcp --tcp-flags FIN FIN -m statistic --mode nth --every 2 --packet 0 -j DROP
(timeout 8 nc -n -l -p 80 </dev/null; echo "srv $?") & sleep .3
echo hi | $C nc -n -N -p 7000 10.0.1.1 80; wait
