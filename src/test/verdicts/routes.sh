# Which route decides, and who is not forwarded, not believed, not answered.
for n in a r b; do ip netns add $n; done
ip link add ra netns r type veth peer name eth0 netns a
ip link add rb netns r type veth peer name eth0 netns b
ip -n a addr add 10.1.0.1/24 dev eth0
ip -n r addr add 10.1.0.254/24 dev ra
ip -n r addr add 10.2.0.254/24 dev rb
ip -n b addr add 10.2.0.1/24 dev eth0
for l in "a eth0" "r ra" "r rb" "b eth0" "a lo" "r lo"; do set -- $l; ip -n $1 link set $2 up; done
ip -n a route add default via 10.1.0.254
ip -n b route add default via 10.2.0.254
ip netns exec a ping -c 1 -W 1 10.2.0.1
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip netns exec a ping -c 1 -W 1 10.2.0.1
ip netns exec a ping -c 1 -t 1 -W 1 10.2.0.1
ip netns exec a ping -c 1 -W 1 10.9.0.1
# Several that hold the address: the longest prefix, the lowest metric, and those that refuse.
ip -n r route add 10.2.0.0/16 via 10.1.0.1
ip -n r route add 10.3.0.0/24 via 10.2.0.1 metric 5
ip -n r route add 10.3.0.0/24 via 10.1.0.1 metric 9
ip -n r route append 10.3.0.0/24 via 10.1.0.1 metric 5
ip -n r route add blackhole 10.4.0.0/24
ip -n r route add prohibit 10.5.0.0/24
ip -n r route add unreachable 10.6.0.0/24
for x in 2 3 4 5 6; do ip netns exec a ping -c 1 -W 1 10.$x.0.1; done
# A next hop that is dead.
ip netns exec r sysctl -qw net.ipv4.conf.rb.ignore_routes_with_linkdown=1
ip -n r route add 10.2.0.0/24 via 10.1.0.1 metric 50
ip -n b link set eth0 down
ip netns exec a ping -c 1 -W 1 10.2.0.1
ip -n b link set eth0 up
ip -n b route add default via 10.2.0.254
# Sources that cannot be right.
ip netns exec r sysctl -qw net.ipv4.conf.ra.rp_filter=1
ip -n a addr add 10.8.0.1/32 dev lo
ip netns exec a ping -c 1 -W 1 -I 10.8.0.1 10.2.0.1
ip -n a addr add 10.2.0.254/32 dev lo
ip netns exec a ping -c 1 -W 1 -I 10.2.0.254 10.1.0.254
ip netns exec a sysctl -qw net.ipv4.conf.eth0.route_localnet=1
ip -n a route add 127.0.0.9 via 10.1.0.254
ip -n a addr del 127.0.0.1/8 dev lo
ip netns exec a ping -c 1 -W 1 127.0.0.9
ip -n a addr add 127.0.0.7/32 dev eth0
ip netns exec a ping -c 1 -W 1 -I 127.0.0.7 10.2.0.1
ip -n a addr add 240.0.0.1/32 dev lo
ip netns exec a ping -c 1 -W 1 -I 240.0.0.1 10.2.0.1
ip -n a route add 0.0.0.7 via 10.1.0.254
ip netns exec a ping -c 1 -W 1 0.0.0.7
# A packet for one in a frame for many.
ip -n a neigh replace 10.1.0.254 lladdr ff:ff:ff:ff:ff:ff dev eth0 nud permanent
ip netns exec a ping -c 1 -W 1 10.2.0.1
ip netns exec r sysctl -qw net.ipv4.conf.ra.drop_unicast_in_l2_multicast=1
ip netns exec a ping -c 1 -W 1 10.2.0.1
