# One side has said all, the other still speaks.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
(sleep 1; echo late) | nc -l -p 80 -N > /tmp/got.$$ &
sleep 0.3
echo early | ip netns exec a nc -n -N 10.0.1.1 80
wait
cat /tmp/got.$$
rm -f /tmp/got.$$
sleep 0.2
ss -tan
ip netns exec a ss -tan | wc -l
