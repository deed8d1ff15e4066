# 0.0.0.0, broadcasts and groups as sources and destinations.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 brd + dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 brd + dev eth0
ip -n a link set eth0 up
ip -n a link set lo up
sleep 0.2
ip route add default via 10.0.1.2
for to in 0.0.0.0 0.1.2.3 10.0.1.0 10.0.1.255 127.0.0.1 127.255.255.255 224.0.0.1 239.1.2.3 240.0.0.1 255.255.255.254 255.255.255.255; do
  echo "== $to"
  ip route get $to
  ip route get $to from 10.0.1.1
  ip route get $to from 10.0.1.2 iif va
  ip route get $to oif va
done
for from in 0.0.0.0 127.0.0.1 10.0.1.255 255.255.255.255 224.0.0.1 240.0.0.1 10.0.1.1; do
  echo "== from $from"
  ip route get 10.0.1.1 from $from iif va
  ip route get 10.0.1.9 from $from
done
ip netns exec a ping -c 1 -W 0.5 0.0.0.0
ping -c 1 -W 0.5 -b 10.0.1.0 | grep received
ping -c 1 -W 0.5 240.0.0.1 | grep received
