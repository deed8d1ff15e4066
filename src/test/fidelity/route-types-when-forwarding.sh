# What a forwarded packet's sender hears of blackhole, unreachable, prohibit and throw.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0; ip -n c route add default via 10.0.2.1
sysctl -w net.ipv4.ip_forward=1
ip route add blackhole 10.5.0.0/16
ip route add unreachable 10.6.0.0/16
ip route add prohibit 10.7.0.0/16
ip route add throw 10.8.0.0/16
ip route add default via 10.0.2.2
sleep 0.2
for n in 5 6 7 8 9; do ip netns exec a ping -c 1 -W 1 10.$n.0.1; ip route get 10.$n.0.1 from 10.0.1.2 iif va; done
ip rule add from 10.0.1.2 unreachable
ip netns exec a ping -c 1 -W 1 10.0.2.2
ip rule del from 10.0.1.2
ip rule add from 10.0.1.2 prohibit pref 100
ip netns exec a ping -c 1 -W 1 10.0.2.2
ip rule del pref 100
ip rule add from 10.0.1.2 blackhole pref 100
ip netns exec a ping -c 1 -W 1 10.0.2.2
ip rule
