# Routes follow links: down and up, a new address, a smaller MTU, a link renamed, a table flushed.
ip netns add a
for i in 1 2; do
  ip link add v$i type veth peer name e$i netns a
  ip addr add 10.0.$i.1/24 dev v$i
  ip link set v$i up
  ip -n a addr add 10.0.$i.2/24 dev e$i
  ip -n a link set e$i up
done
sleep 0.3
ip route add 172.16.0.0/16 nexthop via 10.0.1.2 nexthop via 10.0.2.2
ip route add 172.17.0.0/16 via 10.0.1.2 metric 5
ip route add 172.17.0.0/16 via 10.0.2.2 metric 9
ip route add default via 10.0.1.2 table 9
ip route add 172.18.0.0/16 dev v1 src 10.0.1.1 table 9
ip route add unreachable 172.19.0.0/16 table 9
ip link set v1 name w1
ip route
ip -n a link set e1 down
sleep 1.2
ip route
ip route get 172.17.0.1 | head -1
sysctl -q -w net.ipv4.conf.w1.ignore_routes_with_linkdown=1
ip route
ip route get 172.17.0.1 | head -1
ip -n a link set e1 up
sleep 0.3
ip route get 172.17.0.1 | head -1
ip link set w1 down
ip route
ip route show table 9
ip link set w1 up
ip route
ip addr add 10.0.1.1/24 dev v2
ip addr del 10.0.1.1/24 dev w1
ip route
ip route show table local
ip link set w1 netns a
ip route show table all | grep -v -e 127 -e lo
ip route flush table 9
ip route flush dev v2
ip route
