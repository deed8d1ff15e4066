# ip -s, -d, -j, -p, -t, -o together.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 brd + label va:1 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.3
ping -c 1 -W 1 10.0.1.2 | grep received
ip -j link show va
ip -j -p addr show va
ip -j -d link show va | tr ',' '\n' | head -40
ip -s -j link show lo
ip -s link show va
ip -s -s link show va
ip -s -h link show va | tail -2
ip -o -s link show va
ip -j route
ip -j neigh | tr ',' '\n' | head -4
ip -j rule
ip -br -j addr
ip -br -4 addr show up
ip -6 addr show va
ip -0 link show va
ip -f inet addr show va
ip -4 link show va
ip -V | cut -c1-12
ip -batch /dev/null; echo $?
printf 'link show va\nbogus\nlink show lo\n' | ip -batch -
printf 'link show nosuch\nlink show lo\n' | ip -force -batch -
