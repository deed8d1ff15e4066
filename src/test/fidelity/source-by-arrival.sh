# A device without an address borrows one: from the link that came into the namespace first, whatever its number.
ip link add v1 index 100 type veth peer name p1 index 99
ip link add v2 index 50 type veth peer name p2 index 49
for i in v1 p1 v2 p2; do ip link set $i up; done
ip addr add 10.2.0.1/24 dev v2
ip addr add 10.1.0.1/24 dev v1
ip route add 192.0.2.0/24 dev p1
ip route get 192.0.2.9
ping -c 1 -W 1 192.0.2.9
