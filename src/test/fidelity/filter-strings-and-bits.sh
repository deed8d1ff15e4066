# string, u32, dscp, ecn and length look into the packet.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
iptables -A INPUT -p icmp -m string --string "abc" --algo bm
iptables -A INPUT -p icmp -m string --hex-string "|616263|" --algo kmp
iptables -A INPUT -p icmp -m string ! --string "abc" --algo bm
iptables -A INPUT -p icmp -m string --string "ABC" --icase --algo bm
iptables -A INPUT -p icmp -m string --string "ABC" --algo bm
iptables -A INPUT -p icmp -m string --string "abc" --algo bm --from 60
iptables -A INPUT -p icmp -m string --string "abc" --algo bm --to 30
iptables -A INPUT -p icmp -m string --hex-string "a|62|c" --algo bm
iptables -A INPUT -p icmp -m dscp --dscp 0x2e
iptables -A INPUT -p icmp -m dscp ! --dscp 0x2e
iptables -A INPUT -p icmp -m length --length 84:84
iptables -A INPUT -p icmp -m ttl --ttl-gt 63
ip netns exec a ping -c 1 -W 1 -p 616263 10.0.1.1 | grep received
ip netns exec a ping -c 1 -W 1 -p 00 -Q 0xb8 10.0.1.1 | grep received
iptables -nvL INPUT
iptables -S INPUT
iptables -A INPUT -m string --string x
iptables -A INPUT -m string --algo bm
iptables -A INPUT -m length
iptables -A INPUT -m length --length 5:3
iptables -A INPUT -m dscp --dscp 64
iptables -A INPUT -m ttl --ttl-eq 256
