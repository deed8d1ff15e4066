# A vxlan that is up listens on a UDP port that no process has.
ip link add va type veth peer name vb
ip addr add 10.0.0.1/24 dev va
ip link set va up
ip link set vb up
ip link add vx0 type vxlan id 100 local 10.0.0.1 remote 10.0.0.2 dstport 4789 dev va
ss -uan
ip link set vx0 up
ss -uan
ss -tuan
ss -unlp
netstat -uan
ip link set vx0 down
ss -uan
