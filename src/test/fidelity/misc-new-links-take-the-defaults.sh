# What conf.default says when a link is made is the link's; all is everybody's; a later change of default reaches those that were not set.
sysctl -q -w net.ipv4.conf.default.rp_filter=2 net.ipv4.conf.default.arp_ignore=1 net.ipv4.conf.default.forwarding=1 net.ipv4.conf.default.arp_announce=2
ip link add va type veth peer name vb
sysctl net.ipv4.conf.va.rp_filter net.ipv4.conf.va.arp_ignore net.ipv4.conf.va.forwarding net.ipv4.conf.lo.rp_filter
sysctl -q -w net.ipv4.conf.vb.rp_filter=1
sysctl -q -w net.ipv4.conf.default.rp_filter=0
sysctl net.ipv4.conf.va.rp_filter net.ipv4.conf.vb.rp_filter net.ipv4.conf.va.arp_announce
sysctl -q -w net.ipv4.conf.default.arp_announce=1
sysctl net.ipv4.conf.va.arp_announce net.ipv4.conf.lo.arp_announce
sysctl -q -w net.ipv4.ip_forward=1
sysctl net.ipv4.conf.va.forwarding net.ipv4.conf.default.forwarding
sysctl -q -w net.ipv4.conf.all.rp_filter=1
sysctl net.ipv4.conf.va.rp_filter
sysctl -q -w net.ipv4.neigh.default.retrans_time_ms=500
ip link add vc type veth peer name vd
sysctl net.ipv4.neigh.va.retrans_time_ms net.ipv4.neigh.vc.retrans_time_ms
ip netns add a
ip link set va netns a
ip netns exec a sysctl net.ipv4.conf.va.rp_filter net.ipv4.conf.va.arp_ignore net.ipv4.conf.va.forwarding net.ipv4.neigh.va.retrans_time_ms
