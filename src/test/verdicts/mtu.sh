# Too large: cut, or told, or lost without a word.
for n in a r b; do ip netns add $n; done
ip link add ra netns r type veth peer name eth0 netns a
ip link add rb netns r type veth peer name eth0 netns b
ip -n a addr add 10.1.0.1/24 dev eth0
ip -n r addr add 10.1.0.254/24 dev ra
ip -n r addr add 10.2.0.254/24 dev rb
ip -n b addr add 10.2.0.1/24 dev eth0
for l in "a eth0" "r ra" "r rb" "b eth0"; do set -- $l; ip -n $1 link set $2 up; done
ip -n a route add default via 10.1.0.254
ip -n b route add default via 10.2.0.254
ip netns exec r sysctl -qw net.ipv4.ip_forward=1
ip -n r link set rb mtu 1000
ip netns exec a ping -c 1 -W 1 -s 1400 -M dont 10.2.0.1
ip netns exec a sysctl -qw net.ipv4.ip_no_pmtu_disc=2
ip netns exec a ping -c 1 -W 1 -s 1400 -M do 10.2.0.1
ip netns exec a sysctl -qw net.ipv4.ip_no_pmtu_disc=0
ip netns exec a ping -c 1 -W 1 -s 1400 -M do 10.2.0.1
ip netns exec a ping -c 1 -W 1 -s 1400 -M do 10.2.0.1
# The other end of the pair takes less.
ip -n b link set eth0 mtu 600
ip netns exec r ping -c 1 -W 1 -s 900 10.2.0.1
# Half the fragments are lost: the rest waits and is given up.
ip -n b link set eth0 mtu 1500
ip netns exec b iptables -t raw -A PREROUTING -f -j DROP
ip netns exec r ping -c 1 -W 1 -s 1500 10.2.0.1
ip netns exec b iptables -t raw -F
ip netns exec b sysctl -qw net.ipv4.ipfrag_time=2
ip netns exec r tc qdisc add dev rb root netem loss 45%
ip netns exec r ping -c 6 -i 0.3 -W 1 -s 2800 10.2.0.1
sleep 4
# Fragments behind one that could not be sent.
ip -n r addr add 10.2.0.253/24 dev rb
ip netns exec r tc qdisc replace dev rb root netem delay 1ms limit 1
ip netns exec r ping -c 2 -i 0.2 -W 1 -s 4000 10.2.0.1
