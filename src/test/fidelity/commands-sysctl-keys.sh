# Keys by dots and slashes, a key that can only be written, the defaults of lo, files of settings.
ip link add eth0.10 type veth peer name p0
sysctl net.ipv4.conf.eth0/10.forwarding
sysctl -w net.ipv4.conf.eth0/10.forwarding=1
sysctl net/ipv4/conf/eth0.10/forwarding
sysctl net.ipv4.conf.eth0.10.forwarding
sysctl -n net.ipv4.route.flush
sysctl net.ipv4.route.flush
sysctl -w net.ipv4.route.flush=1

cat /proc/sys/net/ipv4/route/flush
cat /proc/sys/net/ipv4/ip_forward
echo 1 > /proc/sys/net/ipv4/route/flush; echo $?
sysctl -a -r 'conf.eth0' | head -5
sysctl -a --pattern 'conf.lo.*rp_filter'
for k in rp_filter accept_local disable_policy disable_xfrm forwarding send_redirects accept_redirects secure_redirects arp_ignore promote_secondaries accept_source_route log_martians proxy_arp; do
sysctl net.ipv4.conf.lo.$k; done
ip netns add a
ip netns exec a sysctl -a --pattern 'conf.lo.*' | grep -v 'ipv6'
cat /proc/sys/net/ipv4/conf/lo/disable_policy
sysctl net.ipv4.neigh.lo.gc_stale_time net.ipv4.neigh.lo.retrans_time_ms
sysctl -q -w net.ipv4.ip_forward=1; sysctl -n net.ipv4.ip_forward
sysctl -b net.ipv4.ip_forward; echo
sysctl -e net.no.such; echo $?
sysctl net.no.such; echo $?
sysctl -w net.ipv4.ip_forward; echo $?
sysctl -w net.ipv4.ip_forward=; echo $?
sysctl -w net.ipv4.ip_forward=abc; echo $?
sysctl -w net.ipv4.ip_forward=2; sysctl net.ipv4.ip_forward
sysctl net.ipv4.conf.all.nosuch
sysctl -w net.ipv4.conf.nodev.rp_filter=1
sysctl -N net.ipv4.conf.all.rp_filter
sysctl -N -a | grep -c ip_forward
sysctl -p /dev/stdin <<X
# comment
net.ipv4.ip_forward = 0
; x
-net.bad.key = 2
net.ipv4.conf.all.rp_filter=2
net.ipv4.ip_forward
X
echo "net.ipv4.ip_forward=1" | sysctl -p -
sysctl --system 2>&1 | head -1 | cut -c1-3
