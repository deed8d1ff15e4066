# Ping works, the connection is made, and the page never comes.

#: setup
ip netns add client
ip netns add office
ip netns add dc
ip netns add web
ip -n office link add lan0 type veth peer name eth0 netns client
ip -n office link add tun0 type veth peer name tun0 netns dc
ip -n dc link add lan0 type veth peer name eth0 netns web
ip -n office link set tun0 mtu 1400
ip -n dc link set tun0 mtu 1400
for ns in client office dc web; do
  ip -n $ns link set lo up
done
for ns in office dc; do
  ip netns exec $ns sysctl -w net.ipv4.ip_forward=1
done
ip -n client addr add 192.168.1.10/24 dev eth0
ip -n client link set eth0 up
ip -n client route add default via 192.168.1.1
ip -n office addr add 192.168.1.1/24 dev lan0
ip -n office addr add 10.255.0.1/30 dev tun0
ip -n office link set lan0 up
ip -n office link set tun0 up
ip -n dc addr add 10.255.0.2/30 dev tun0
ip -n dc addr add 10.80.0.1/24 dev lan0
ip -n dc link set tun0 up
ip -n dc link set lan0 up
ip -n office route add 10.80.0.0/24 via 10.255.0.2
ip -n dc route add 192.168.1.0/24 via 10.255.0.1
ip -n web addr add 10.80.0.80/24 dev eth0
ip -n web link set eth0 up
ip -n web route add default via 10.80.0.1
ip netns exec web iptables -P INPUT DROP
ip netns exec web iptables -A INPUT -i lo -j ACCEPT
ip netns exec web iptables -A INPUT -p icmp --icmp-type echo-request -j ACCEPT
ip netns exec web iptables -A INPUT -p icmp --icmp-type echo-reply -j ACCEPT
ip netns exec web iptables -A INPUT -p tcp -j ACCEPT

#: session
ip netns exec client ping -c 1 10.80.0.80
head -c 600 /dev/zero | ip netns exec web nc -l -N -p 80 &
sleep 1
ip netns exec client nc -d -w 2 10.80.0.80 80 | wc -c
head -c 5792 /dev/zero | ip netns exec web nc -l -p 80 &
sleep 1
ip netns exec client nc -d -w 2 10.80.0.80 80 | wc -c
ip netns exec web iptables -nL INPUT
