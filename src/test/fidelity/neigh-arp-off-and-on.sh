# A link whose ARP is switched off and on tells nobody, unless arp_notify is set and the address changes; its neighbours are asked again.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.0.1/24 dev va
ip -n a addr add 10.0.0.2/24 dev eth0
ip link set va up
ip -n a link set eth0 up
sleep 0.2
sysctl -w net.ipv4.conf.va.arp_notify=1
ip link set va arp off
ip link show va
ping -c 1 -W 1 10.0.0.2
ip link set va arp on
ip link set va arp on
ping -c 1 -W 1 10.0.0.2
ip link set va address 02:00:00:00:00:77
ip link set va multicast off
ip link set va multicast on
ip link set va down
ip link set va up
