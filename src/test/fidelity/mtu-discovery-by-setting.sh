# ip_no_pmtu_disc 0 to 3: what is learnt of frag-needed and whether DF is set.
for n in a r c; do ip netns add $n; ip -n $n link set lo up; done
ip link add ar netns a type veth peer name ra netns r
ip link add cr netns c type veth peer name rc netns r
ip -n a addr add 10.0.1.2/24 dev ar
ip -n r addr add 10.0.1.1/24 dev ra
ip -n r addr add 10.0.2.1/24 dev rc
ip -n c addr add 10.0.2.2/24 dev cr
for l in "a ar" "r ra" "r rc" "c cr"; do ip -n ${l% *} link set ${l#* } up; done
ip -n a route add default via 10.0.1.1
ip -n c route add default via 10.0.2.1
ip netns exec r sysctl -w net.ipv4.ip_forward=1
ip -n r link set rc mtu 800
ip netns exec r sysctl -q -w net.ipv4.icmp_ratelimit=0
ip -n a neigh add 10.0.1.1 lladdr 02:00:00:00:00:02 dev ar
ip -n r neigh add 10.0.1.2 lladdr 02:00:00:00:00:01 dev ra
ip -n r neigh add 10.0.2.2 lladdr 02:00:00:00:00:03 dev rc
ip -n c neigh add 10.0.2.1 lladdr 02:00:00:00:00:04 dev cr
sleep 0.2
for v in 0 1 2 3; do
  ip netns exec a sysctl -w net.ipv4.ip_no_pmtu_disc=$v
  ip netns exec a ping -c 1 -W 0.5 -s 1000 10.0.2.2 | grep -e received -e From
  ip netns exec a ping -c 1 -W 0.5 -s 1000 -M do 10.0.2.2 | grep -e received -e From
  ip -n a route get 10.0.2.2
  ip -n a route flush cache
done
ip netns exec r sysctl -q -w net.ipv4.ip_forward_use_pmtu=1
ip -n r route replace 10.0.2.0/24 dev rc mtu lock 600
ip netns exec a sysctl -q -w net.ipv4.ip_no_pmtu_disc=0
ip netns exec a ping -c 2 -i 0.2 -W 1 -s 700 10.0.2.2 | grep -e received -e From
ip -n a link set ar mtu 700
ip -n a route get 10.0.2.2
ip -n a link set ar mtu 1500
ip -n a route get 10.0.2.2
