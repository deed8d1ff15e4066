# a namespace lives as long as a process is in it, with a name or without
unshare -n sleep 4 &
p=$!
sleep 0.3
ip link add v0 type veth peer name v1
ip link set v1 netns $p
ip link set v0 up
ip addr add 10.9.0.1/24 dev v0
nsenter -t $p -n ip addr add 10.9.0.2/24 dev v1
nsenter -t $p -n ip link set v1 up
ping -c1 10.9.0.2
nsenter -t $p -n ip -br -4 addr
ip netns list
ip -o link show v0
ip netns attach foo $p
ip netns list
ip -n foo -br -4 addr
wait
ip -n foo -br -4 addr
ip netns del foo
ip netns identify $$
unshare -n ip -o link
unshare -n nosuch; echo $?
nsenter -n ip link; echo $?
nsenter --net=/run/netns/none ip link; echo $?
ip netns attach other 999999; echo $?
ip netns pids none; echo $?
V=7 export V; echo "V=$V"
