# Connections that are refused, crowded, doubled and late.
for i in 1 2; do ip netns add h$i; done
ip link add eth0 netns h1 type veth peer name eth0 netns h2
for i in 1 2; do
  ip -n h$i addr add 10.0.0.$i/24 dev eth0
  ip -n h$i link set eth0 up
done
ip netns exec h1 nc -z -w 1 10.0.0.2 80
# Everything twice, in both directions, some of it late.
ip netns exec h1 tc qdisc add dev eth0 root netem duplicate 100%
ip netns exec h2 tc qdisc add dev eth0 root netem duplicate 100%
(echo hello; sleep 1; echo again) | ip netns exec h2 nc -l -p 80 -q 1 &
sleep 0.2
(echo hi; sleep 2) | ip netns exec h1 nc -q 1 -w 3 10.0.0.2 80
wait
ip netns exec h1 tc qdisc replace dev eth0 root netem delay 100ms 90ms duplicate 60% reorder 30%
(echo hello; sleep 1; echo again) | ip netns exec h2 nc -l -p 81 -q 1 &
sleep 0.2
(echo hi; sleep 0.3; echo ho; sleep 0.3; echo ha; sleep 1) | ip netns exec h1 nc -q 1 -w 3 10.0.0.2 81
wait
ip netns exec h1 tc qdisc del dev eth0 root
ip netns exec h2 tc qdisc del dev eth0 root
# A program that does not read: the window closes.
(ip netns exec h2 nc -l -p 82 | sleep 5) &
sleep 0.2
timeout 4 ip netns exec h1 nc -w 3 10.0.0.2 82 < /dev/zero
wait
# More connections than the backlog allows.
ip netns exec h2 nc -l -p 83 &
server=$!
sleep 0.2
for i in 1 2 3 4 5; do (sleep 4 | ip netns exec h1 nc -w 3 10.0.0.2 83) & done
sleep 5
kill $server
wait
# Data for a program that has gone.
ip netns exec h2 nc -l -p 84 &
server=$!
sleep 0.2
(sleep 0.5; echo late; sleep 0.5; echo later; sleep 1) | ip netns exec h1 nc -w 3 10.0.0.2 84 &
sleep 0.3
kill $server
wait
# A SYN without a way back.
ip -n h1 addr add 10.9.0.1/32 dev eth0
ip netns exec h2 nc -l -p 85 &
server=$!
ip netns exec h1 nc -s 10.9.0.1 -w 1 10.0.0.2 85
kill $server
# A reset for an address that is the subnet's broadcast here goes to everybody, and TCP does not take it.
ip netns add h3
ip netns add h4
ip link add eth0 netns h3 type veth peer name eth0 netns h4
ip -n h3 addr add 10.7.0.1/30 dev eth0
ip -n h4 addr add 10.7.0.3/24 dev eth0
ip -n h3 link set eth0 up
ip -n h4 link set eth0 up
ip netns exec h4 timeout 0.5 nc -z 10.7.0.1 80
