# Two web servers behind a load balancer. From the office every other request hangs.

#: setup
ip netns add office
ip netns add lb
ip netns add web1
ip netns add web2
ip -n lb link add eth0 type veth peer name eth0 netns office
ip -n lb link add br0 type bridge
ip -n lb link add port1 type veth peer name eth0 netns web1
ip -n lb link add port2 type veth peer name eth0 netns web2
ip -n lb link set port1 master br0
ip -n lb link set port2 master br0
ip netns exec lb sysctl -w net.ipv4.ip_forward=1
ip -n lb addr add 10.0.7.1/24 dev eth0
ip -n lb addr add 10.0.1.1/24 dev br0
for dev in lo eth0 br0 port1 port2; do
  ip -n lb link set $dev up
done
ip -n office addr add 10.0.7.5/24 dev eth0
ip -n web1 addr add 10.0.1.11/24 dev eth0
ip -n web2 addr add 10.0.1.12/16 dev eth0
for ns in office web1 web2; do
  ip -n $ns link set lo up
  ip -n $ns link set eth0 up
done
ip -n office route add default via 10.0.7.1
ip -n web1 route add default via 10.0.1.1
ip -n web2 route add default via 10.0.1.1
ip netns exec lb iptables -t nat -A PREROUTING -d 10.0.7.1 -p tcp --dport 80 -m statistic --mode nth --every 2 --packet 0 -j DNAT --to-destination 10.0.1.11
ip netns exec lb iptables -t nat -A PREROUTING -d 10.0.7.1 -p tcp --dport 80 -j DNAT --to-destination 10.0.1.12

#: session
ip netns exec web1 nc -l -p 80 &
ip netns exec web2 nc -l -p 80 &
sleep 1
timeout 0.4 ip netns exec office nc -vz 10.0.7.1 80
timeout 0.4 ip netns exec office nc -vz 10.0.7.1 80
echo "exit status $?"
ip netns exec web2 ip neigh show 10.0.7.5
ip netns exec lb nc -vz 10.0.1.12 80
