# An address with a lifetime goes when it is over; changing it in time keeps it.
ip link add va type veth peer name vb
ip link set va up; ip link set vb up
ip addr add 10.0.1.1/24 valid_lft 2 preferred_lft 1 dev va
ip addr add 10.0.2.1/24 valid_lft 2 preferred_lft 2 dev va
ip addr add 10.0.8.1/24 valid_lft 2 preferred_lft 1 dev va
ip addr add 10.0.3.1/24 valid_lft 3600 preferred_lft 1800 dev va
ip -o addr show va | sed 's/ *valid_lft.*//'
ip addr change 10.0.2.1/24 valid_lft forever preferred_lft forever dev va
ip addr add 10.0.4.1/24 dev va
ip addr change 10.0.4.1/24 valid_lft 2 preferred_lft 1 dev va
sleep 1.4
ip -o addr show va | sed 's/ *valid_lft.*//'
ip addr replace 10.0.1.1/24 valid_lft 30 preferred_lft 30 dev va
sleep 2
ip -o addr show va | sed 's/ *valid_lft.*//'
ip route
ip addr add 10.0.5.1/24 valid_lft 1 preferred_lft 2 dev va
ip addr change 10.0.9.1/24 valid_lft 9 preferred_lft 2 dev va
