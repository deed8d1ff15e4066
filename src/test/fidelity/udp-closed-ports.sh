# closed
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
ip -n a link set lo up
sleep 0.3
ping -c 1 10.0.1.2 >/dev/null
A="ip netns exec a"
echo one | timeout 2 $A nc -n -u -p 7005 10.0.1.1 55; echo "cli $?"
echo one | timeout 2 $A nc -n -u -w 1 -p 7006 10.0.1.1 55; echo "cli $?"
$A nc -n -u -z -p 7010 10.0.1.1 58; echo "cli $?"
$A nc -n -u -z -w 1 -p 7010 10.0.1.1 59; echo "cli $?"
$A nc -n -u -z -v -w 1 -p 7013 10.0.1.1 58-60; echo "cli $?"
