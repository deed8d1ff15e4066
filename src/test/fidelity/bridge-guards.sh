# root_block keeps a better bridge from becoming the root; guard shuts the port that hears a BPDU.
for b in 0 1; do
  ip link add br$b type bridge mcast_snooping 0
  ip link set br$b type bridge stp_state 1 forward_delay 200 hello_time 100 max_age 600
done
ip link set br1 type bridge priority 100
ip link add a0 type veth peer name a1
ip link set a0 master br0
ip link set a1 master br1
bridge link set dev a0 root_block on
for l in br0 br1 a0 a1; do ip link set $l up; done
sleep 3
bridge link | sed 's/^[0-9]*: //'
brctl showstp br0 | grep -m 2 -e root -e bridge
bridge link set dev a0 root_block off
sleep 3
bridge link | sed 's/^[0-9]*: //'
brctl showstp br0 | grep -m 2 -e root -e bridge
bridge link set dev a0 guard on
sleep 1.5
bridge link | sed 's/^[0-9]*: //'
bridge link set dev a0 guard off
ip link set a0 down
ip link set a0 up
sleep 1
bridge link | sed 's/^[0-9]*: //'
ip link set br1 type bridge stp_state 0
sleep 7
brctl showstp br0 | grep -m 2 -e root -e bridge
bridge link | sed 's/^[0-9]*: //'
