ip netns add ns; ip link add br0 type bridge; ip link add veth2 type veth peer name e netns ns
ip link set veth2 master br0; bridge link show
ip -n ns addr add 10.0.0.1/24 dev e
ip -n ns link set e up; ip -n ns route
ip -n ns addr replace 10.0.0.1/24 dev e metric 50; ip -n ns route; ip -n ns addr show e
ip -n ns addr change 10.0.0.1/24 dev e metric 7; ip -n ns route
ip -n ns addr add 10.0.0.2/24 dev e; ip -n ns addr change 10.0.0.2/24 dev e metric 9; ip -n ns route
ip -n ns addr add 10.0.1.1/24 dev e metric 3; ip -n ns addr change 10.0.1.1/24 dev e; ip -n ns route
V=7 export V; echo "V=$V"
[ -d /proc/self/ns ] && ls /proc/self/ns/net
TERM=xterm clear; TERM= clear; echo $?
