# The handshake's last acknowledgement is lost: the server answers the opening again; data does as well as an acknowledgement.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
iptables -A INPUT -p tcp --tcp-flags SYN,ACK,FIN,PSH ACK -m statistic --mode nth --every 100 --packet 0 -j DROP
nc -l -p 80 > /dev/null &
sleep 0.3
sleep 2.5 | ip netns exec a nc -n -N -p 4000 10.0.1.1 80 &
sleep 0.5
ss -tan | grep -v LISTEN
sleep 1
ss -tan | grep -v LISTEN
wait
iptables -nvL INPUT
