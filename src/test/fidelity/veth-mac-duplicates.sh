# Two hosts with one Ethernet address on one bridge: the table flips with who spoke last. An address that is not for us is not heard.
ip link add br0 type bridge
ip link set br0 up
for i in 1 2 3; do
  ip netns add h$i
  ip link add v$i type veth peer name eth0 netns h$i
  ip link set v$i master br0
  ip link set v$i up
done
ip -n h2 link set eth0 address 02:aa:00:00:00:01
ip -n h3 link set eth0 address 02:aa:00:00:00:01
for i in 1 2 3; do ip -n h$i addr add 10.1.1.$i/24 dev eth0; ip -n h$i link set eth0 up; done
sleep 0.2
ip netns exec h1 ping -c 1 -W 1 10.1.1.2
ip netns exec h1 ping -c 1 -W 1 10.1.1.3
ip netns exec h1 ping -c 1 -W 1 10.1.1.2
ip netns exec h2 ping -c 1 -W 1 10.1.1.1
bridge fdb show br br0 | grep aa:
ip -n h1 neigh add 10.1.1.9 lladdr 02:bb:00:00:00:01 dev eth0
ip netns exec h1 ping -c 1 -W 0.5 10.1.1.9
ip -n h3 link set eth0 promisc on
ip netns exec h1 ping -c 1 -W 0.5 10.1.1.9
ip link set v1 address 02:aa:00:00:00:01
ip -n h3 link show eth0 | head -1
ip link set v1 address 00:00:00:00:00:00
ip link set v1 address 01:00:00:00:00:01
ip -n h2 link set eth0 address 02:aa:00:00:00:02
ip netns exec h1 ping -c 1 -W 1 10.1.1.2
ip -n h1 neigh | sort
