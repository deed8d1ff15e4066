# Rules by source and by mark choose other tables; a blackhole in one of them swallows.
ip netns add a
ip netns add b
ip link add va type veth peer name eth0 netns a
ip link add vb type veth peer name eth0 netns b
ip addr add 10.0.1.1/24 dev va
ip addr add 10.0.2.1/24 dev vb
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a addr add 10.0.1.3/24 dev eth0
ip -n b addr add 10.0.2.2/24 dev eth0
for l in va vb; do ip link set $l up; done
for n in a b; do ip -n $n link set eth0 up; done
ip -n a route add default via 10.0.1.1
ip -n b route add default via 10.0.2.1
sysctl -w net.ipv4.ip_forward=1
sleep 0.2
ip rule add from 10.0.1.3 lookup 100
ip route add blackhole 10.0.2.0/24 table 100
ip rule
ip route show table 100
ip netns exec a ping -c 1 -W 1 10.0.2.2
ip netns exec a ping -c 1 -W 1 -I 10.0.1.3 10.0.2.2
ip route replace unreachable 10.0.2.0/24 table 100
ip netns exec a ping -c 1 -W 1 -I 10.0.1.3 10.0.2.2
ip route get 10.0.2.2 from 10.0.1.3 iif va
ip rule del from 10.0.1.3
ip netns exec a ping -c 1 -W 1 -I 10.0.1.3 10.0.2.2
