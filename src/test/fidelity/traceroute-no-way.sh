# traceroute without a way: ICMP and TCP ask for it before anything is printed; a probe that netfilter refuses ends it.
traceroute -n -q 1 -w 1 -m 4 -T -p 80 10.0.1.2; echo $?
traceroute -n -q 1 -w 1 -m 4 -I 10.0.1.2; echo $?
traceroute -n -q 1 -w 1 -m 4 10.0.1.2; echo $?
traceroute -n -q 1 -w 1 -m 4 -i nodev 10.0.1.2; echo $?
ip link add va type veth peer name vb
ip addr add 10.0.0.1/24 dev va
ip link set va up; ip link set vb up
traceroute -n -q 1 -w 1 -m 4 -T -p 80 10.0.1.2; echo $?
traceroute -n -q 1 -w 1 -m 4 -i va 10.0.1.2; echo $?
traceroute -n -q 1 -w 1 -m 4 -i va -T 10.0.1.2; echo $?
traceroute -n -q 1 -w 1 -m 4 -s 10.9.9.9 10.0.1.2; echo $?
ip route add unreachable 10.0.1.0/24
traceroute -n -q 1 -w 1 -m 4 -T -p 80 10.0.1.2; echo $?
traceroute -n -q 1 -w 1 -m 4 -I 10.0.1.2; echo $?
iptables -A OUTPUT -p tcp -j DROP
iptables -A OUTPUT -p udp -j REJECT
ip route del unreachable 10.0.1.0/24
ip route add 10.0.1.0/24 via 10.0.0.2
traceroute -n -q 1 -w 1 -m 2 -T -p 80 10.0.1.2; echo $?
traceroute -n -q 1 -w 1 -m 2 10.0.1.2; echo $?
traceroute -n -q 1 -w 1 -m 2 10.0.0.1; echo $?
traceroute -n -q 1 -w 1 -m 2 -T 10.0.0.1; echo $?
traceroute -n -q 1 -w 1 -m 2 -T -s 10.9.9.9 10.0.0.1; echo $?
traceroute -n -q 1 -w 1 -m 2 -I -i nodev 10.0.0.1; echo $?
iptables -I OUTPUT -p icmp -j REJECT
traceroute -n -q 1 -w 1 -m 2 -I 10.0.0.1; echo $?
nc -u -n -z -v -w 1 10.0.1.2 53; echo $?
echo hi | nc -u -n -w 1 10.0.1.2 53; echo $?
