# multiport, iprange, mac, length, ttl, tos, mark, addrtype, icmp types, comment.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a addr add 10.0.1.12/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
iptables -A INPUT -p tcp -m multiport --dports 22,80,443
iptables -A INPUT -p tcp -m multiport --ports 1000:2000,80
iptables -A INPUT -p tcp -m multiport ! --dports 81:90
iptables -A INPUT -m iprange --src-range 10.0.1.10-10.0.1.20
iptables -A INPUT -m iprange ! --dst-range 10.0.1.10-10.0.1.20
iptables -A INPUT -m mac --mac-source 02:00:00:00:00:02
iptables -A INPUT -m length --length 100:200
iptables -A INPUT -m length ! --length 84
iptables -A INPUT -m ttl --ttl-eq 64
iptables -A INPUT -m ttl --ttl-lt 10
iptables -A INPUT -m tos --tos 0x10
iptables -A INPUT -m dscp --dscp-class EF
iptables -A INPUT -m addrtype --src-type UNICAST --dst-type LOCAL
iptables -A INPUT -m addrtype --dst-type BROADCAST,MULTICAST
iptables -A INPUT -m pkttype --pkt-type broadcast
iptables -A INPUT -p icmp --icmp-type echo-request
iptables -A INPUT -p icmp --icmp-type 8/0
iptables -A INPUT -p icmp ! --icmp-type echo-reply
iptables -A INPUT -p tcp --syn
iptables -A INPUT -p tcp --tcp-flags SYN,ACK,FIN,RST RST
iptables -A INPUT -p tcp --sport 1024:
iptables -A INPUT -p udp ! --dport 53
iptables -A INPUT -m comment --comment "a few words" -j ACCEPT
iptables -S INPUT
ip netns exec a ping -c 1 -W 1 10.0.1.1 | grep received
ip netns exec a ping -c 1 -W 1 -s 120 -Q 0x10 -t 5 10.0.1.1 | grep received
ip netns exec a ping -c 1 -W 1 -I 10.0.1.12 -Q 0xb8 10.0.1.1 | grep received
ip netns exec a ping -b -c 1 -W 1 10.0.1.255 | grep received
ip netns exec a nc -n -z -v -w 1 10.0.1.1 80
ip netns exec a nc -n -z -v -w 1 -p 1500 10.0.1.1 85
ip netns exec a nc -u -n -z -w 1 -v 10.0.1.1 53
iptables -nvL INPUT
