# Routes decide which device a packet leaves by.

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

#: session
# The host's devices up
sudo ip link set veth0 up
sudo ip link set br0 up
# ns1's device: an address, and up
sudo ip netns exec ns1 ip addr add 172.18.0.2/24 dev veth1
sudo ip netns exec ns1 ip link set dev veth1 up
# Routes: in ns1 everything leaves by veth1, on the host 172.18.0.0/24 leaves by br0
sudo apt-get install net-tools
sudo ip netns exec ns1  route add default dev veth1
sudo route add -net 172.18.0.0/24 dev br0

# The host's address: eth0 is a port of br0 now
sudo ip addr show eth0
# From ns1 to the host
sudo ip netns exec ns1 ping -c 1 172.20.160.67
# From the host to ns1
ping -c 1 172.18.0.2

# --- why the two differ from what the article says: the tables ---
ip route
ip netns exec ns1 ip route
ip neigh
ip netns exec ns1 ip neigh

# --- the form that works: a gateway with an address ---
route del -net 172.18.0.0/24 dev br0
ip addr add 172.18.0.1/24 dev br0
ip netns exec ns1 ip route replace default via 172.18.0.1
ip netns exec ns1 ping -c 1 172.20.160.67
ip route get 172.18.0.2
