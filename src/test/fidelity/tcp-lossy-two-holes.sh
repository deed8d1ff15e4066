# two holes
ip netns add c
ip link add vc type veth peer name eth0 netns c
ip addr add 10.0.1.1/24 dev vc
ip link set vc up
ip -n c addr add 10.0.1.2/24 dev eth0
ip -n c link set eth0 up
sleep 0.3
ping -c 1 10.0.1.2 >/dev/null
C="ip netns exec c"
$C ip link set eth0 mtu 600
iptables -A INPUT -p tcp --dport 80 -m length --length 53:600 -m statistic --mode nth --every 5 --packet 1 -j DROP
(timeout 8 nc -n -l -p 80 </dev/null | wc -c) & sleep .3
(for i in 1 2 3 4 5 6 7 8; do echo message $i; sleep .03; done; sleep 1) | $C nc -n -N -p 7000 10.0.1.1 80; wait
