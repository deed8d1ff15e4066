# The record route option: each router writes the address of the link by which the packet leaves it; nine places.
for i in 1 2 3 4 5 6; do ip netns add r$i; ip netns exec r$i sysctl -q -w net.ipv4.ip_forward=1; done
for i in 1 2 3 4 5; do
  j=$((i + 1))
  ip link add e$j netns r$i type veth peer name e$i netns r$j
  ip -n r$i addr add 10.0.$i.1/30 dev e$j
  ip -n r$j addr add 10.0.$i.2/30 dev e$i
  ip -n r$i link set e$j up
  ip -n r$j link set e$i up
  ip -n r$i route add default via 10.0.$i.2
done
for i in 3 4 5 6; do
  for k in 1 2 3 4; do
    [ $k -lt $((i - 1)) ] && ip -n r$i route add 10.0.$k.0/30 via 10.0.$((i - 1)).1
  done
done
sleep 0.3
ip netns exec r1 ping -R -c 1 10.0.1.2
ip netns exec r1 ping -R -c 2 -i 0.2 10.0.3.2
ip netns exec r1 ping -R -c 1 10.0.5.2
ip netns exec r1 ping -R -n -q -c 1 10.0.1.1
ip netns exec r1 ping -R -c 1 -t 2 -W 0.5 10.0.5.2
ip netns exec r1 ping -R -c 1 -W 0.5 10.0.9.9
ip netns exec r1 ping -R -c 1 -s 1450 -M do 10.0.2.2
ip netns exec r1 ping -R -c 1 -s 2000 10.0.2.2
ip netns exec r3 iptables -t nat -A POSTROUTING -o e4 -j MASQUERADE
ip netns exec r1 ping -R -c 1 10.0.4.2
