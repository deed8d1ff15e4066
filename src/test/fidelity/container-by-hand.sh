#!/usr/bin/env bash
# one container by hand, looked at with every tool there is
set -e
inspect() { echo "> Network devices"; ip link; echo -e "\n> Route table"; ip route; echo -e "\n> Iptables rules"; iptables --list-rules; }
inspect
sudo ip netns add netns0
sudo nsenter --net=/var/run/netns/netns0 bash -c 'ip link; ip route; iptables --list-rules'
sudo ip link add veth0 type veth peer name ceth0
sudo ip link set ceth0 netns netns0
sudo ip link set veth0 up
sudo ip addr add 172.18.0.11/16 dev veth0
sudo nsenter --net=/run/netns/netns0 bash <<'IN'
ip link set lo up
ip link set ceth0 up
ip addr add 172.18.0.10/16 dev ceth0
ip link
ip route
IN
ping -c 2 172.18.0.10
sudo ip netns exec netns0 ping -c 1 172.18.0.11 | tail -3 | head -1
ip netns exec netns0 ping -c1 8.8.8.8 || echo "no route: $?"
cat /proc/net/route
cat /proc/net/arp
ip netns exec netns0 cat /proc/net/arp
cat /proc/net/dev | head -3
ls /sys/class/net
cat /sys/class/net/veth0/operstate /sys/class/net/veth0/address /sys/class/net/veth0/mtu /sys/class/net/veth0/carrier
grep . /proc/sys/net/ipv4/conf/*/rp_filter
ip -4 a s; ip r; ip n; ip neigh show dev veth0; ip -br a; ip -br l; ip link show type veth; ip a show up
arp -an; route -n; netstat -rn; netstat -in; ifconfig veth0 | head -3
ip route list table local; ip route get 172.18.0.10
iptables-save; iptables -L -v -n --line-numbers
iptables -t nat -A POSTROUTING -s 172.18.0.0/16 ! -o br0 -j MASQUERADE
iptables-save -t nat | grep -v '^#'; iptables -t nat -L POSTROUTING -n --line-numbers -v
iptables -t nat -C POSTROUTING -s 172.18.0.0/16 ! -o br0 -j MASQUERADE && echo there
iptables -t nat -D POSTROUTING 1; iptables -t nat -S
grep -v '^#' /etc/iproute2/rt_tables
ip route add unreachable 10.7.0.0/16; ip route add blackhole 10.8.0.0/16; ip route add 10.9.0.0/16 via 172.18.0.10 metric 20 mtu 1400 advmss 1200; ip route add 10.10.0.1 via 172.18.0.10
cat /proc/net/route; cat /proc/self/net/dev | wc -l
ip neigh add 172.18.0.99 lladdr 02:00:00:00:00:99 dev veth0; ip neigh del 172.18.0.10 dev veth0; cat /proc/net/arp
