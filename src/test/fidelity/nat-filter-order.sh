# What each chain sees of a translated flow: before and after, in both directions.
for n in a c; do ip netns add $n; ip link add v$n type veth peer name eth0 netns $n; ip link set v$n up; ip -n $n link set eth0 up; done
ip addr add 10.0.1.1/24 dev va; ip -n a addr add 10.0.1.2/24 dev eth0; ip -n a route add default via 10.0.1.1
ip addr add 10.0.2.1/24 dev vc; ip -n c addr add 10.0.2.2/24 dev eth0
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -o vc -j SNAT --to-source 10.0.2.1
iptables -t nat -A PREROUTING -p tcp --dport 8080 -j DNAT --to-destination 10.0.2.2:80
for t in raw mangle; do for s in 10.0.1.2 10.0.2.1 10.0.2.2; do iptables -t $t -A PREROUTING -s $s; iptables -t $t -A PREROUTING -d $s; done; done
for s in 10.0.1.2 10.0.2.1 10.0.2.2; do for c in FORWARD POSTROUTING; do iptables -t mangle -A $c -s $s; iptables -t mangle -A $c -d $s; done; done
ip netns exec c nc -l -k -p 80 > /dev/null &
sleep 0.3
ip netns exec a ping -c 1 -W 1 10.0.2.2 | grep received
ip netns exec a nc -n -z -v -w 1 10.0.1.1 8080
sleep 0.3
iptables -t raw -nvL PREROUTING
iptables -t mangle -nvL
iptables-save -t nat
iptables-save -c -t nat | grep POSTROUTING
kill %1
