# An address of a vrf's link is reached over the vrf itself; its taps see the packet once.
ip link add d0 type dummy
ip addr add 172.16.1.1/24 dev d0
ip link set d0 up
ip link add red type vrf table 10
ip link set red up
ip link set d0 master red
ping -c 1 -W 1 -I red 172.16.1.1
ip vrf exec red ping -c 1 -W 1 172.16.1.1
ip vrf exec red nc -n -z -v -w 1 172.16.1.1 80
ping -c 1 -W 1 172.16.1.1
ip route get 172.16.1.1 vrf red
