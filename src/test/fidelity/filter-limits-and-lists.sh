# hashlimit, recent, connlimit, quota, time-less lists: what passes and what is counted.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
iptables -A INPUT -p icmp -m recent --name pings --rcheck --seconds 60 --hitcount 3 -j DROP
iptables -A INPUT -p icmp -m recent --name pings --set -j ACCEPT
ip netns exec a ping -c 5 -i 0.2 -W 1 10.0.1.1 | grep received
iptables -nvL INPUT
iptables -F
iptables -A INPUT -p icmp -m hashlimit --hashlimit-upto 1/min --hashlimit-burst 2 --hashlimit-mode srcip --hashlimit-name h -j ACCEPT
iptables -A INPUT -p icmp -j DROP
ip netns exec a ping -c 4 -i 0.2 -W 1 10.0.1.1 | grep received
iptables -nvL INPUT
iptables -F
iptables -A INPUT -p icmp -m quota --quota 200 -j ACCEPT
iptables -A INPUT -p icmp -j DROP
ip netns exec a ping -c 4 -i 0.2 -W 1 10.0.1.1 | grep received
iptables -nvL INPUT
iptables -F
iptables -A INPUT -p tcp --syn --dport 80 -m connlimit --connlimit-above 1 -j REJECT --reject-with tcp-reset
nc -l -k -p 80 > /dev/null &
sleep 0.2
sleep 1.5 | ip netns exec a nc -n 10.0.1.1 80 &
sleep 0.4
ip netns exec a nc -n -z -v -w 1 10.0.1.1 80
iptables -nvL INPUT
kill %1
