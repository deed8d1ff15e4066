# A bridge joins a namespace to the host's network.

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

#: session
# A veth pair, one end in ns1
sudo ip netns add ns1
sudo ip link add veth0 type veth peer name veth1
sudo ip link set veth1 netns ns1
# brctl comes with bridge-utils
sudo apt-get install bridge-utils
# A bridge
sudo brctl addbr br0
# Its ports
sudo brctl addif br0 eth0
sudo brctl addif br0 veth0

# --- what it did ---
brctl show
ip link show master br0

# --- the form that works: the host's address on br0, ns1 in the same network ---
ip link set br0 up
ip link set veth0 up
ip addr del 172.20.160.67/20 dev eth0
ip addr add 172.20.160.67/20 dev br0
ip route add default via 172.20.160.1
ip netns exec ns1 ip addr add 172.20.160.68/20 dev veth1
ip netns exec ns1 ip link set veth1 up
ip netns exec ns1 ip route add default via 172.20.160.1
ping -c 1 220.181.38.148
ip netns exec ns1 ping -c 1 220.181.38.148
