# DNAT sends what arrives at the host's port 80 on to a namespace.

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

# The chapters before, in the form that works: ns1 behind br0, the host as its gateway
sudo ip netns add ns1
sudo ip link add veth0 type veth peer name veth1
sudo ip link set veth1 netns ns1
sudo brctl addbr br0
sudo brctl addif br0 veth0
sudo ip link set veth0 up
sudo ip link set br0 up
ip addr add 172.18.0.1/24 dev br0
sudo ip netns exec ns1 ip addr add 172.18.0.2/24 dev veth1
sudo ip netns exec ns1 ip link set dev veth1 up
ip netns exec ns1 ip route add default via 172.18.0.1
sudo sysctl -w net.ipv4.conf.all.forwarding=1

#: session
# What comes to port 80 goes to 172.18.0.2:80
sudo iptables -t nat -A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 172.18.0.2:80

# --- a server in ns1, a client outside ---
echo "hello from ns1" | ip netns exec ns1 nc -l -p 80 -N &
sleep 0.5
ip netns exec internet nc -n -d -w 2 172.20.160.67 80
wait
iptables -t nat -nvL PREROUTING
conntrack -L -p tcp

# --- the form that works: only what comes in by eth0, so that ns1's own calls to a port 80 go out ---
iptables -t nat -R PREROUTING 1 -i eth0 -p tcp -m tcp --dport 80 -j DNAT --to-destination 172.18.0.2:80
iptables -t nat -A POSTROUTING -s 172.18.0.0/24 -o eth0 -j MASQUERADE
iptables -t nat -S
ip netns exec ns1 nc -vn -d -w 2 220.181.38.148 80
echo "hello again" | ip netns exec ns1 nc -l -p 80 -N &
sleep 0.5
ip netns exec internet nc -n -d -w 2 172.20.160.67 80
wait
