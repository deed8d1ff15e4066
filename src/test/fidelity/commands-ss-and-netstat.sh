# ss and netstat: listening, all, tcp, udp, by state, by address, by process.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
ss -tuln
nc -l -k -p 80 > /dev/null &
sleep 0.2
nc -u -l -k -p 53 > /dev/null &
sleep 0.2
sleep 2 | ip netns exec a nc -n -p 4000 10.0.1.1 80 &
sleep 0.3
ss -tln
ss -uln
ss -tuln
ss -tan
ss -ta
ss -tn
ss -tn dst 10.0.1.2
ss -tn src 10.0.1.1:80
ss -tn sport = :80
ss -tn state established
ss -tln sport = :81

netstat -tln
netstat -tan
netstat -uan
netstat -tulnp | sed 's/[0-9]*\/nc/P/'
netstat -rn
netstat -i | head -2

ss -t -o | head -1
ip netns exec a ss -tan
ip netns exec a netstat -tan
