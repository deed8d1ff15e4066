# The scope of a route decides what may be its gateway and its source.
ip link add va type veth peer name vb
ip addr add 10.0.1.1/24 dev va
ip addr add 10.0.2.1/24 scope link dev va
ip addr add 10.0.3.1/32 scope host dev lo
ip link set va up; ip link set vb up
sleep 0.2
ip route add 172.16.0.0/16 via 10.0.1.2 scope link
ip route add 172.16.0.0/16 dev va scope link
ip route add 172.17.0.0/16 dev va scope host
ip route add 172.18.0.0/16 dev va scope global
ip route add 172.19.0.0/16 via 10.0.1.1
ip route add 172.20.0.0/16 via 10.0.1.255
ip route add 172.20.0.0/16 via 127.0.0.1
ip route add 172.20.0.0/16 via 224.0.0.1
ip route add 172.20.0.0/16 via 0.0.0.0
ip route add 172.21.0.0/16 via 172.16.0.1
ip route add 172.22.0.0/16 via 10.0.1.2 dev vb
ip route add 172.22.0.0/16 via 10.0.1.2 dev lo
ip route add local 172.23.0.0/16 dev va
ip route add local 172.23.0.1 via 10.0.1.2
ip route add broadcast 172.24.0.255 dev va
ip route add blackhole 172.25.0.0/16 dev va
ip route add unreachable 172.25.0.0/16 metric 5
ip route add 172.26.0.0/16 dev va src 10.0.3.1
ip route add 172.26.0.0/16 dev va src 9.9.9.9
ip route add 172.27.0.0/16 dev va metric 4294967295
ip route add 172.28.0.0/16 dev va mtu 100 hoplimit 300
ip route add 172.28.0.0/16 dev va hoplimit 255 advmss 65536
ip route
ip route show table local | grep 172
for d in 172.16.0.1 172.17.0.1 172.18.0.1 172.23.5.5 172.24.0.255 172.26.0.1 10.0.2.9; do ip route get $d | head -1; done
ping -c 1 -W 0.5 172.23.5.5 | grep received
