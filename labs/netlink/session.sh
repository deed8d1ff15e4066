# What a netlink library sends: each command below is one request to the kernel, and the comment over it is the call of
# vishvananda/netlink or netns that sends the same.

# netns.NewNamed("ns1")
ip netns add ns1
# netlink.LinkAdd(&netlink.Veth{LinkAttrs: {Name: "veth0"}, PeerName: "veth1"})
ip link add veth0 type veth peer name veth1
# netlink.LinkSetNsFd(veth1, ns1)
ip link set veth1 netns ns1
# netlink.AddrAdd(veth0, 10.1.1.2/24), netlink.LinkSetUp(veth0)
ip addr add 10.1.1.2/24 dev veth0
ip link set veth0 up
# the same inside ns1: netns.Set(ns1) first
ip netns exec ns1 ip link set lo up
ip netns exec ns1 ip addr add 10.1.1.1/24 dev veth1
ip netns exec ns1 ip link set veth1 up
# netlink.RouteAdd(&netlink.Route{Gw: 10.1.1.2})
ip netns exec ns1 ip route add default via 10.1.1.2

# What net.Dial and net.Listen do then
ip netns exec ns1 nc -d -l -p 8080 > /dev/null &
sleep 0.3
echo "hello" | nc -n -N -w 2 10.1.1.1 8080
wait
ip -j addr show dev veth0
