# Routes and rules that look at the type of service, for packets of the host's own and forwarded ones.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
ip -n c addr add 172.16.0.1/32 dev eth0
sysctl -w net.ipv4.ip_forward=1
ip route add 172.16.0.0/16 tos 0x10 via 10.0.2.2
ip route add 172.16.0.0/16 via 10.0.1.9
ip route
sleep 0.2
ip netns exec a ping -c 1 -W 1 -Q 0x10 172.16.0.1 | grep received
ping -c 1 -W 1 -Q 0x10 172.16.0.1 | grep received
ip route get 172.16.0.1 tos 0x10
ip route get 172.16.0.1 tos 0x10 from 10.0.1.2 iif va
ip route get 172.16.0.1 from 10.0.1.2 iif va
ip route del 172.16.0.0/16 tos 0x10
ip route del 172.16.0.0/16 tos 0x10
ip route
