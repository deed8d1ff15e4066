# brctl's forms and its errors.
brctl addbr br0
brctl addbr br0
brctl addbr
brctl show
brctl show br0 nosuch
brctl addif br0 nosuch
brctl addif nosuch lo
brctl addif br0 lo
ip link add v1 type veth peer name p1
brctl addif br0 v1 p1
brctl addif br0 v1
brctl addbr br1
brctl addif br1 v1
brctl addif br0 br1
brctl delif br1 v1
brctl delif br0 nosuch
brctl delbr br0
brctl stp br0 on
brctl stp br0 maybe
brctl setfd br0 4
brctl sethello br0 1
brctl setmaxage br0 10
brctl setageing br0 33
brctl setbridgeprio br0 4096
brctl setportprio br0 v1 5
brctl setpathcost br0 v1 7
brctl setpathcost br0 nosuch 7
brctl showmacs br0
brctl showstp br0
brctl hairpin br0 v1 on
brctl foo
ip link set br0 up
brctl delbr br0
ip link set br0 down
brctl delbr br0
brctl show
brctl delbr nosuch
