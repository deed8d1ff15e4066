# What ping can't send while it runs is counted in silence: a route that goes, one that prohibits, a link that goes down.
ip link add va type veth peer name vb
ip addr add 10.0.0.1/24 dev va
ip link set va up; ip link set vb up
ip route add 10.9.0.0/16 via 10.0.0.2
ip neigh add 10.0.0.2 lladdr 02:00:00:00:99:99 dev va
ping -c 4 -i 0.3 -W 0.5 10.9.0.1 &
sleep 0.45
ip route del 10.9.0.0/16
wait
ip route add 10.9.0.0/16 via 10.0.0.2
ping -c 4 -i 0.3 -W 0.5 10.9.0.1 &
sleep 0.45
ip route replace prohibit 10.9.0.0/16
wait
ip route replace 10.9.0.0/16 via 10.0.0.2
ping -c 4 -i 0.3 -W 0.5 10.9.0.1 &
sleep 0.45
ip link set va down
wait
