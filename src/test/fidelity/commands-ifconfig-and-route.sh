# ifconfig and route(8): what they print and what they refuse.
ip link add va type veth peer name vb
ifconfig
ifconfig -a | grep -v -e packets -e errors
ifconfig va 10.0.1.1
ifconfig va netmask 255.255.0.0
ifconfig va broadcast 10.0.255.254
ifconfig va | grep -v -e packets -e errors
ifconfig va:1 10.0.9.1 netmask 255.255.255.0 up
ifconfig va:1
ifconfig vb up
ifconfig va mtu 1400 -arp promisc
ifconfig va | head -2
ifconfig va arp -promisc hw ether 02:00:00:00:00:77
ifconfig va | grep ether
ifconfig va down
ifconfig va:1 down
ifconfig nosuch
ifconfig va 300.1.1.1
ifconfig va netmask bogus
ifconfig va add 10.0.5.1
ifconfig va 10.0.1.1/24 up
sleep 0.3
ifconfig -s
route add 10.5.0.1 gw 10.0.1.2
route add default va
route -n
route del default
route -n -ee | head -3
