# A veth pair joins two network namespaces.

# A network namespace of its own
ip netns add netns1
ip netns list

# A veth pair; both ends are born in the host's namespace
ip link add veth0 type veth peer name veth1
ip link show

# One end moves, and is gone from here
ip link set veth1 netns netns1
ip link show
ip netns exec netns1 ip link show

# An address for each end
ip netns exec netns1 ip addr add 10.1.1.1/24 dev veth1
ip addr add 10.1.1.2/24 dev veth0

# Both up
ip netns exec netns1 ip link set dev veth1 up
ip link set dev veth0 up

# The first packet waits for ARP, the second does not (the article's ping has no end: -c 2 gives it one)
ping -c 2 10.1.1.1
