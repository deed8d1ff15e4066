# Who answers ARP, who does not, and what is learnt from it.
sysctl -qw net.ipv4.ip_forward=1
for i in 1 2; do
  ip netns add h$i
  ip link add p$i type veth peer name eth0 netns h$i
  ip link set p$i up
  ip addr add 10.0.$i.254/24 dev p$i
  ip -n h$i addr add 10.0.$i.1/24 dev eth0
  ip -n h$i link set eth0 up
done
ip -n h1 route add 10.0.2.0/24 dev eth0
# Ignored, filtered, answered for another.
sysctl -qw net.ipv4.conf.p1.arp_ignore=1
ip netns exec h1 ping -c 1 -W 1 10.0.2.254
sysctl -qw net.ipv4.conf.p1.arp_ignore=0
ip netns exec h1 ping -c 1 -W 1 10.0.2.1
sysctl -qw net.ipv4.conf.p1.proxy_arp=1
ip -n h1 neigh flush all
ip -n h2 route add default via 10.0.2.254
ip netns exec h1 ping -c 1 -W 1 10.0.2.1
sysctl -qw net.ipv4.conf.p1.proxy_arp=0
sysctl -qw net.ipv4.conf.p1.arp_filter=1
ip -n h1 neigh flush all
ip route add 10.0.1.1/32 dev p2
ip netns exec h1 ping -c 1 -W 1 10.0.1.254
ip route del 10.0.1.1/32 dev p2
sysctl -qw net.ipv4.conf.p1.arp_filter=0
# What an entry does not believe: other news too soon, and anything where it is permanent.
ip neigh flush all
ping -c 1 10.0.1.1
ip -n h1 link set eth0 address 02:00:00:00:00:99
ip netns exec h1 ping -c 1 -W 1 10.0.1.77
ip neigh replace 10.0.1.1 lladdr 02:00:00:00:00:98 dev p1 nud permanent
ip netns exec h1 arping -c 1 -U -I eth0 10.0.1.1
ip neigh del 10.0.1.1 dev p1
# A device that speaks no ARP.
ip link set p1 arp off
ip netns exec h1 ping -c 1 -W 1 10.0.1.254
ip link set p1 arp on
# Nobody there: first waiting, then given up; with no probes at all; too many waiting.
ping -c 1 -W 4 10.0.1.77
sysctl -qw net.ipv4.neigh.p1.unres_qlen_bytes=1000
ping -c 5 -i 0.2 -s 800 -W 1 10.0.1.78
sysctl -qw net.ipv4.neigh.p1.mcast_solicit=0
sysctl -qw net.ipv4.neigh.p1.app_solicit=0
ping -c 1 -W 1 10.0.1.79
# A table that is full: everything on the link is asked for at once.
sysctl -qw net.ipv4.neigh.p1.mcast_solicit=3
ip link set p1 up
ip addr add 10.16.0.1/16 dev p1
for i in 0 1 2 3 4; do
  for j in $(seq 0 249); do echo x | nc -u -q 0 -w 0 10.16.$i.$j 9 & done
done
wait
