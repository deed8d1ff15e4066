# Each selector of a rule by itself, found, changed and deleted by it.
ip link add va type veth peer name vb
ip addr add 10.0.1.1/24 dev va
ip link set va up; ip link set vb up
sleep 0.2
ip route add 172.16.0.0/16 via 10.0.1.7 table 7
ip route add 172.16.0.0/16 via 10.0.1.8 table 8
ip route add default via 10.0.1.9
q(){ ip route get "$@" | head -1; }
ip rule add from 10.0.1.0/24 to 172.16.1.0/24 lookup 7 pref 100
q 172.16.1.1 from 10.0.1.1; q 172.16.1.1; q 172.16.2.1 from 10.0.1.1
ip rule add tos 0x8 lookup 8 pref 90
q 172.16.1.1 tos 0x8 from 10.0.1.1; q 172.16.1.1 tos 0x10
ip rule add fwmark 0x3/0x3 lookup 8 pref 80
q 172.16.1.1 mark 7; q 172.16.1.1 mark 4
ip rule add not to 172.16.3.0/24 lookup 8 pref 70
q 172.16.3.3; q 172.16.4.4
ip rule del not to 172.16.3.0/24
ip rule add ipproto tcp sport 1000-2000 dport 80 lookup 7 pref 60
q 172.16.9.9 ipproto tcp sport 1500 dport 80; q 172.16.9.9 ipproto tcp sport 999 dport 80; q 172.16.9.9 ipproto udp sport 1500 dport 80
ip rule add lookup main suppress_prefixlength 0 pref 50
q 10.0.1.5; q 172.16.9.9
ip rule add to 172.16.9.9 goto 200 pref 40
ip rule add lookup 8 pref 200
q 172.16.9.9
ip rule add pref 30 to 172.16.7.7 nop
ip rule add pref 30 to 172.16.7.7 nop
ip rule add pref 31 iif lo lookup 7
q 172.16.8.8
ip rule
ip rule del pref 31; ip rule del fwmark 0x3/0x3 lookup 8; ip rule del fwmark 0x3 lookup 8; ip rule del tos 8; ip rule del from 10.0.1.0/24
ip rule del to 172.16.9.9 goto 200; ip rule del lookup 8; ip rule del suppress_prefixlength 0 lookup main; ip rule del suppress_prefixlength 1 lookup main
ip rule

