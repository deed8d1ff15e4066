# The same prefix may be there several times with different metrics; the smallest counts, and the next takes over when it goes.
ip netns add a
for i in 1 2 3; do
  ip link add v$i type veth peer name e$i netns a
  ip addr add 10.0.$i.1/24 dev v$i
  ip link set v$i up
  ip -n a addr add 10.0.$i.2/24 dev e$i
  ip -n a link set e$i up
done
ip -n a link set lo up
ip -n a addr add 172.16.0.1/32 dev lo
sleep 0.2
ip route add 172.16.0.0/24 via 10.0.1.2 metric 100
ip route add 172.16.0.0/24 via 10.0.2.2 metric 50
ip route add 172.16.0.0/24 via 10.0.3.2 metric 100
ip route append 172.16.0.0/24 via 10.0.3.2 metric 100
ip route prepend 172.16.0.0/24 dev v3 metric 100
ip route
ip route get 172.16.0.1
ping -c 1 -W 1 172.16.0.1
ip route del 172.16.0.0/24 metric 50
ip route get 172.16.0.1
ip route change 172.16.0.0/24 via 10.0.2.2 metric 100
ip route replace 172.16.0.0/24 via 10.0.2.2 metric 70
ip route replace 172.16.0.0/24 via 10.0.1.2 metric 70
ip route
ip route del 172.16.0.0/24 via 10.0.3.2
ip route
ip route del 172.16.0.0/24 dev v1
ip route
ip route add default via 10.0.1.2
ip route add default via 10.0.2.2 metric 10
ip route add default dev v3 metric 0
ip route replace default via 10.0.3.2
ip route append default via 10.0.2.2
ip route show default
ip route get 9.9.9.9
ip route flush 172.16.0.0/24
ip route del default
ip route del default
ip route
ip route show 10.0.0.0/8
ip route show root 10.0.0.0/8
ip route show match 10.0.2.7
ip route show exact 10.0.2.0/24
ip route show dev v2
ip route show via 10.0.2.2
ip route show proto kernel scope link
