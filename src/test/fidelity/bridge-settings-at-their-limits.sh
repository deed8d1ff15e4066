# The first and the last value each setting takes, and those next to them.
ip link add br0 type bridge
ip link add v1 type veth peer name p1
ip link set v1 master br0
for c in 0 1 65535 65536; do echo "cost $c"; bridge link set dev v1 cost $c; done
for c in 0 63 64; do echo "priority $c"; bridge link set dev v1 priority $c; done
for c in 0 1 3 4 5; do echo "state $c"; bridge link set dev v1 state $c; done
for c in 199 200 3000 3001; do echo "forward_delay $c"; ip link set br0 type bridge forward_delay $c; done
brctl stp br0 on
for c in 199 200 3000 3001; do echo "forward_delay $c"; ip link set br0 type bridge forward_delay $c; done
for c in 99 100 1000 1001; do echo "hello_time $c"; ip link set br0 type bridge hello_time $c; done
for c in 599 600 4000 4001; do echo "max_age $c"; ip link set br0 type bridge max_age $c; done
for c in 0 65535 65536; do echo "priority $c"; ip link set br0 type bridge priority $c; done
for c in 1 2 4 8 16 65528 65535; do echo "mask $c"; ip link set br0 type bridge group_fwd_mask $c; done
ip -d link show br0 | grep -o 'forward_delay.*priority [0-9]*'
bridge link
brctl setfd br0 1; brctl setfd br0 31; brctl sethello br0 0; brctl setmaxage br0 5
brctl setportprio br0 v1 64; brctl setpathcost br0 v1 0; brctl setbridgeprio br0 65536
ip -d link show br0 | grep -o 'forward_delay.*priority [0-9]*'
