# TCP says its MSS by the link's MTU; a smaller path is found by frag-needed; clamp-mss-to-pmtu spares that.
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
ip -n r link set rc mtu 1000
ip netns exec a sysctl -q -w net.ipv4.tcp_timestamps=1
sleep 0.2
ip netns exec c nc -l -k -p 80 > /dev/null &
sleep 0.3
head -c 1400 /dev/zero | ip netns exec a nc -n -N -w 2 10.0.2.2 80
ip -n a route get 10.0.2.2
ip -n a route flush cache
ip netns exec r iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
head -c 1400 /dev/zero | ip netns exec a nc -n -N -w 2 10.0.2.2 80
ip netns exec r iptables -t mangle -R FORWARD 1 -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss 500
head -c 1400 /dev/zero | ip netns exec a nc -n -N -w 2 10.0.2.2 80
ip netns exec r iptables -t mangle -nvL FORWARD
kill %1
