# Rules of one priority keep their order of arrival; a new one without a priority comes before the oldest but the first.
ip link add va type veth peer name vb
ip addr add 10.0.1.1/24 dev va
ip link set va up; ip link set vb up
sleep 0.2
ip route add 172.16.0.0/16 via 10.0.1.7 table 7
ip route add 172.16.0.0/16 via 10.0.1.8 table 8
ip route add 172.16.0.0/12 via 10.0.1.9
ip rule add lookup 7 pref 100
ip rule add lookup 8 pref 100
ip route get 172.16.1.1 | head -1
ip rule del lookup 7 pref 100
ip route get 172.16.1.1 | head -1
ip rule add lookup 7
ip rule add from 10.9.0.0/16 lookup 7
ip rule
ip route get 172.16.1.1 | head -1
ip rule del pref 0
ip rule
ip route get 10.0.1.1 | head -1
ip rule add pref 0 lookup local
ip rule add lookup main suppress_prefixlength 12 pref 10
ip route get 172.17.1.1 | head -1
ip rule add lookup main suppress_prefixlength 11 pref 9
ip route get 172.17.1.1 | head -1
ip rule add pref 5 lookup 7 suppress_prefixlength 16
ip route get 172.16.1.1 | head -1
ip rule del pref 5
ip rule del pref 32766
ip rule del pref 32767
ip rule
ip rule flush
ip rule
ip rule add
ip rule add pref 99
ip rule
