# Values that come in pairs, that have bounds, and keys of no known kind.
ip link add va type veth peer name vb
sysctl -w net.ipv4.ip_local_port_range="2000 2000"
sysctl -w net.ipv4.ip_local_port_range="3000 2000"
sysctl -w net.ipv4.ip_local_port_range="2000"
sysctl net.ipv4.ip_local_port_range
sysctl -w net.ipv4.ip_default_ttl=0
sysctl -w net.ipv4.ip_default_ttl=255
sysctl -w net.ipv4.ip_default_ttl=256
sysctl -w net.ipv4.conf.va.rp_filter=7
sysctl -w net.ipv4.conf.va.arp_ignore=-1
sysctl -w net.ipv4.conf.va.forwarding=5
sysctl net.ipv4.conf.va.forwarding
sysctl -w net.ipv4.tcp_syn_retries=0
sysctl -w net.ipv4.tcp_syn_retries=128
sysctl -w net.ipv4.neigh.va.base_reachable_time_ms=abc
sysctl -w net.ipv6.conf.va.disable_ipv6=1
sysctl net.ipv6.conf.va.disable_ipv6
sysctl -w net.ipv6.conf.all.forwarding=1
sysctl net.ipv6.conf.all.forwarding
sysctl -a 2>/dev/null | grep -c '^net.ipv4.conf.va'
