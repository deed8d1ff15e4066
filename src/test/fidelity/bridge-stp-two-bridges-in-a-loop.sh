# Two bridges with two cables between them: with STP one port of the loop blocks; when the other cable is cut, it takes over.
for b in 0 1; do
  ip link add br$b type bridge mcast_snooping 0
  ip link set br$b type bridge stp_state 1 forward_delay 200 hello_time 100 max_age 600
  ip link set br$b up
done
ip link add a0 type veth peer name a1
ip link add b0 type veth peer name b1
for x in a b; do ip link set ${x}0 master br0; ip link set ${x}1 master br1; done
for i in 0 1; do ip netns add h$i; ip link add v$i type veth peer name eth0 netns h$i; ip -n h$i addr add 10.1.1.1$i/24 dev eth0; ip -n h$i link set eth0 up; ip link set v$i master br$i; ip link set v$i up; done
for l in a0 a1 b0 b1; do ip link set $l up; done
sleep 6
bridge link | sed 's/^[0-9]*: //'
ip netns exec h0 ping -c 1 -W 1 10.1.1.11
ip link set a0 down
sleep 8
bridge link | sed 's/^[0-9]*: //'
ip netns exec h0 ping -c 1 -W 1 10.1.1.11
brctl showstp br1 | grep -e state -e root -e 'path cost'
