# `ip addr` mistyped, and what the kernel refuses.
ip link add va type veth peer name vb
ip addr add 10.0.0.1/24
ip addr add 10.0.0.1/24 dev nosuch
ip addr add 10.0.0.1/33 dev va
ip addr add 10.0.0.256/24 dev va
ip addr add 10.0.0/24 dev va
ip addr add 10.0.0.1/255.255.255.0 dev va
ip addr add 10.0.0.1/24 dev va
ip addr add dev va local 10.0.0.2/24 brd + label va:2
ip addr add 10.0.0.3/24 dev va label x
ip addr add 10.0.0.3/24 dev va scope bogus
ip addr add 10.0.0.3/24 dev va scope link
ip addr add 10.0.0.4/24 brd 10.0.0.99 dev va
ip addr add 10.0.0.5/24 brd - dev va
ip addr add 0.0.0.0/0 dev va
ip addr add 127.0.0.5/8 dev va
ip addr add 255.255.255.255/32 dev va
ip addr add 224.0.0.5/32 dev va
ip addr del 10.0.0.77/24 dev va
ip addr del 10.0.0.1/24
ip addr replace 10.0.0.1/24 dev va
ip addr change 10.0.0.6/24 dev va
ip addr show dev nosuch
ip addr show bogus
ip addr show to 10.0.0.4/30
ip addr show label 'va*'
ip addr show primary
ip addr show secondary
ip addr foo
ip addr add bogus dev va
ip a a 10.0.8.1/24 dev va
ip a d 10.0.8.1/24 dev va
ip addr flush
ip addr flush dev va to 10.0.0.4/30
ip addr show va
ip -s addr flush dev va
