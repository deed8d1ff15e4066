#!/usr/bin/env bash
# one container by hand, looked at with every tool there is
set -e
show() { echo "links:"; ip link; printf '\nroutes:\n'; ip route; printf '\nrules:\n'; iptables --list-rules; }
show
sudo ip netns add box
sudo nsenter --net=/var/run/netns/box bash -c 'ip link; ip route; iptables --list-rules'
sudo ip link add outer type veth peer name inner
sudo ip link set inner netns box
sudo ip link set outer up
sudo ip addr add 10.77.0.1/16 dev outer
sudo nsenter --net=/run/netns/box bash <<'IN'
ip link set lo up
ip link set inner up
ip addr add 10.77.0.2/16 dev inner
ip link
ip route
IN
ping -c 2 10.77.0.2
sudo ip netns exec box ping -c 1 10.77.0.1 | tail -3 | head -1
ip netns exec box ping -c1 8.8.8.8 || echo "no route: $?"
cat /proc/net/route
cat /proc/net/arp
ip netns exec box cat /proc/net/arp
cat /proc/net/dev | head -3
ls /sys/class/net
cat /sys/class/net/outer/operstate /sys/class/net/outer/address /sys/class/net/outer/mtu /sys/class/net/outer/carrier
grep . /proc/sys/net/ipv4/conf/*/rp_filter
ip -4 a s; ip r; ip n; ip neigh show dev outer; ip -br a; ip -br l; ip link show type veth; ip a show up
arp -an; route -n; netstat -rn; netstat -in; ifconfig outer | head -3
ip route list table local; ip route get 10.77.0.2
iptables-save; iptables -L -v -n --line-numbers
iptables -t nat -A POSTROUTING -s 10.77.0.0/16 ! -o br0 -j MASQUERADE
iptables-save -t nat | grep -v '^#'; iptables -t nat -L POSTROUTING -n --line-numbers -v
iptables -t nat -C POSTROUTING -s 10.77.0.0/16 ! -o br0 -j MASQUERADE && echo there
iptables -t nat -D POSTROUTING 1; iptables -t nat -S
grep -v '^#' /etc/iproute2/rt_tables
ip route add unreachable 10.7.0.0/16; ip route add blackhole 10.8.0.0/16; ip route add 10.9.0.0/16 via 10.77.0.2 metric 20 mtu 1400 advmss 1200; ip route add 10.10.0.1 via 10.77.0.2
cat /proc/net/route; cat /proc/self/net/dev | wc -l
ip neigh add 10.77.0.99 lladdr 02:00:00:00:00:99 dev outer; ip neigh del 10.77.0.2 dev outer; cat /proc/net/arp
