# Each namespace has its own sysctls, tables and counters.
ip netns add a
sysctl -w net.ipv4.ip_forward=1 net.ipv4.icmp_echo_ignore_all=1 net.ipv4.conf.default.rp_filter=1
ip netns exec a sysctl net.ipv4.ip_forward net.ipv4.icmp_echo_ignore_all net.ipv4.conf.default.rp_filter
ip netns add b
ip netns exec b sysctl net.ipv4.ip_forward net.ipv4.icmp_echo_ignore_all net.ipv4.conf.default.rp_filter
ip link add va type veth peer name vb
sysctl net.ipv4.conf.va.rp_filter
ip link set vb netns b
ip netns exec b sysctl net.ipv4.conf.vb.rp_filter
sysctl -w net.ipv4.conf.va.arp_ignore=1
ip link set va netns a
ip netns exec a sysctl net.ipv4.conf.va.arp_ignore net.ipv4.conf.va.forwarding
ip netns exec a iptables -A INPUT -j DROP
iptables -S
ip netns exec a iptables -S
ip netns exec b iptables -S
