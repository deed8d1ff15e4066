# MASQUERADE replaces a private source by the address of the outgoing device.

#: setup
# --- taken for granted by the article: the host's eth0 and what lies behind it ---
ip netns add internet
ip link add eth0 type veth peer name up0 netns internet
ip addr add 172.20.160.67/20 dev eth0
ip link set eth0 up
ip route add default via 172.20.160.1
ip -n internet link set lo up
ip -n internet addr add 172.20.160.1/20 dev up0
ip -n internet addr add 220.181.38.148/32 dev lo
ip -n internet link set up0 up

# The chapter before: a namespace and a bridge
sudo ip netns add ns1
sudo ip link add veth0 type veth peer name veth1
sudo ip link set veth1 netns ns1
sudo brctl addbr br0
sudo brctl addif br0 eth0
sudo brctl addif br0 veth0

# The host's devices up
sudo ip link set veth0 up
sudo ip link set br0 up
# ns1's device: an address, and up
sudo ip netns exec ns1 ip addr add 172.18.0.2/24 dev veth1
sudo ip netns exec ns1 ip link set dev veth1 up
# Routes: in ns1 everything leaves by veth1, on the host 172.18.0.0/24 leaves by br0
sudo ip netns exec ns1  route add default dev veth1
sudo route add -net 172.18.0.0/24 dev br0

#: session
# Forwarding on
sudo sysctl -w net.ipv4.conf.all.forwarding=1
# What leaves by eth0 from 172.18.0.0/24 gets eth0's address
sudo iptables -t nat -A POSTROUTING -s 172.18.0.0/24 -o eth0 -j MASQUERADE

# --- typed after the chapter on routes: eth0 is a port, the packet is bridged, nothing is rewritten ---
ip netns exec ns1 ping -c 1 -W 2 220.181.38.148
iptables -t nat -nvL POSTROUTING

# --- the form that works: eth0 is no port, br0 is ns1's gateway ---
brctl delif br0 eth0
ip addr add 172.18.0.1/24 dev br0
ip route replace 172.20.160.0/20 dev eth0 src 172.20.160.67
ip netns exec ns1 ip route replace default via 172.18.0.1
ip netns exec ns1 ping -c 2 220.181.38.148
iptables -t nat -nvL POSTROUTING
conntrack -L -p icmp
