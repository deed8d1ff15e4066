# A router that sends a packet back where it came from tells of the better way; a host takes the hint, if it may.
for n in a r1 r2; do ip netns add $n; ip -n $n link set lo up; done
ip link add br0 type bridge
ip link set br0 up
i=1
for n in a r1 r2; do
  ip link add v$n type veth peer name eth0 netns $n
  ip link set v$n master br0
  ip link set v$n up
  ip -n $n addr add 10.0.0.$i/24 dev eth0
  ip -n $n link set eth0 up
  i=$((i+1))
done
ip -n r2 addr add 172.16.0.1/24 dev lo
ip -n a route add default via 10.0.0.2
ip -n r1 route add 172.16.0.0/24 via 10.0.0.3
for n in r1 r2; do ip netns exec $n sysctl -q -w net.ipv4.ip_forward=1; done
sleep 0.2
ip netns exec a ping -c 3 -i 0.3 -W 1 172.16.0.1
ip -n a route get 172.16.0.1
ip -n a route show cache
ip -n a route flush cache
ip netns exec a sysctl -w net.ipv4.conf.all.accept_redirects=0 net.ipv4.conf.eth0.accept_redirects=0
ip netns exec a ping -c 2 -i 0.3 -W 1 172.16.0.1
ip -n a route get 172.16.0.1
ip netns exec r1 sysctl -w net.ipv4.conf.all.send_redirects=0 net.ipv4.conf.eth0.send_redirects=0
ip netns exec a ping -c 1 -W 1 172.16.0.1
