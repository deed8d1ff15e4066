ip netns add a; ip netns add b
ip link add va type veth peer name vb
ip link set va netns a; ip link set vb netns b
ip -n a addr add 10.0.0.1/24 dev va; ip -n b addr add 10.0.0.2/24 dev vb
for n in a b; do ip -n $n link set lo up; done
ip -n a link set va up; ip -n b link set vb up
nsenter --net=/run/netns/a ip -br -4 addr
nsenter --net=/var/run/netns/b ping -c1 10.0.0.1
nsenter -n/run/netns/a ip route
nsenter --net=/run/netns/a nosuch; echo $?
nsenter --net=/run/netns/b sleep 5 &
sleep 0.2
p=$!
nsenter -t $p -n ip -br -4 addr
nsenter --target $p --net ip route
nsenter -t 999999 -n ip a; echo $?
ip netns identify $p
ip netns del b
ip netns list
ip -n a -br link show va
kill $p; wait $p; echo $?
