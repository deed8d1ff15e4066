# one segment of several is lost: what came behind it is told
ip netns add c
ip link add vc type veth peer name eth0 netns c
ip addr add 10.0.1.1/24 dev vc
ip link set vc up
ip -n c addr add 10.0.1.2/24 dev eth0
ip -n c link set eth0 up
sleep 0.3
ping -c 1 10.0.1.2 >/dev/null
iptables -A INPUT -p tcp --dport 80 -m length --length 57:60 -m statistic --mode nth --every 2 --packet 1 -j DROP
(timeout 8 nc -n -l -p 80 </dev/null; echo "srv $?") & sleep .3
(sleep .5; for i in aaaa bbbb cccc dddd eeee; do echo $i; sleep 0.02; done; sleep 2) | ip netns exec c nc -n -N -p 7000 10.0.1.1 80 ; wait
iptables -nvxL INPUT | tail -1
