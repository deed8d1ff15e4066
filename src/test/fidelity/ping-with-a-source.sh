# ping with a source of its own does not look for a way first, and is silent about what could not be sent.
ip netns add n1
ip link add l1 type veth peer name r1
ip link set r1 netns n1
ip -n n1 addr add 10.0.1.3/25 dev r1
ip netns exec n1 ping -c 1 -W 0.7 -I 10.0.1.3 10.0.1.4; echo $?
ip netns exec n1 ping -c 2 -i 0.2 -W 0.7 -I 10.0.1.3 10.0.1.4; echo $?
ip netns exec n1 ping -c 1 -W 0.7 -I r1 10.0.1.4; echo $?
ip netns exec n1 ping -c 1 -W 0.7 -I lo 10.0.1.4; echo $?
ip netns exec n1 ping -c 1 -W 0.7 10.0.1.4; echo $?
ip -n n1 link set r1 up; ip link set l1 up
ip -n n1 link set lo up
ip netns exec n1 ping -c 1 -W 0.7 -I 10.0.1.3 10.2.1.4; echo $?
ip netns exec n1 ping -c 1 -W 3.5 -I r1 10.2.1.4; echo $?
ip netns exec n1 ping -c 1 -W 3.5 -I lo 10.2.1.4; echo $?
ip -n n1 route add unreachable 10.2.0.0/16
ip netns exec n1 ping -c 1 -W 0.7 -I 10.0.1.3 10.2.1.4; echo $?
ip netns exec n1 ping -c 1 -W 0.7 10.2.1.4; echo $?
ip netns exec n1 ping -c 1 -W 3.5 -I  10.0.1.99 10.2.1.4; echo $?
ip netns exec n1 ping -c 1 -W 0.7 -I nodev 10.2.1.4; echo $?
ip netns exec n1 ping -c 1 -W 0.7 -q -I 10.0.1.3 10.2.1.4; echo $?
ip netns exec n1 ping -c 1 -W 3.5 -I r1 -I 10.0.1.3  10.0.1.9; echo $?
ip netns exec n1 ping -c 1 -W 3.5 -I 10.0.1.3 -I r1  10.0.1.9; echo $?
ip -n n1 route add prohibit 10.3.0.0/16
ip -n n1 route add blackhole 10.4.0.0/16
ip netns exec n1 ping -c 1 -W 0.7 -I 10.0.1.3 10.3.1.4; echo $?
ip netns exec n1 ping -c 1 -W 0.7 -I 10.0.1.3 10.4.1.4; echo $?
ip netns exec n1 ping -c 1 -W 0.7 -I 127.0.0.1 10.0.1.3; echo $?
ip netns exec n1 ping -c 1 -W 0.7 -I 127.0.0.1 10.0.1.4; echo $?
