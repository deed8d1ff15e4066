# A bridge keeps to its root's times, and to its own once it is the root; a change far away is told to the root.
for b in 0 1; do
  ip link add br$b type bridge mcast_snooping 0
  ip link set br$b type bridge stp_state 1
done
ip link set br0 type bridge priority 100 forward_delay 200 hello_time 100 max_age 700
ip link set br1 type bridge forward_delay 300 hello_time 200 max_age 800
ip link add a0 type veth peer name a1
ip link set a0 master br0
ip link set a1 master br1
for i in 1 2; do ip link add v$i type veth peer name p$i; ip link set v$i master br1; ip link set p$i up; done
for l in br0 br1 a0 a1; do ip link set $l up; done
sleep 2
brctl showstp br1 | grep -e 'max age' -e 'hello time' -e 'forward delay' | grep -v timer
sleep 4
brctl showstp br0 | grep -m 1 flags
ip link set v1 up
sleep 7
brctl showstp br0 | grep -m 1 flags
brctl showstp br1 | grep -m 1 flags
bridge link | sed 's/^[0-9]*: //'
sleep 12
ip link set v1 down
sleep 1
brctl showstp br0 | grep -m 1 flags
ip link set a0 down
sleep 9
brctl showstp br1 | grep -e 'max age' -e 'hello time' -e 'forward delay' -e root | grep -v timer
