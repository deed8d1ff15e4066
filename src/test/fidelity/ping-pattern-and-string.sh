# ping -p fills the packet with bytes that a string match finds; files are listed by name.
ip link set lo up
iptables -A INPUT -p icmp -m string --string "secret" --algo bm -j DROP
ping -c 1 -W 0.5 -p 736563726574 127.0.0.1
ping -c 1 -W 0.5 -p 7365637265 127.0.0.1
ping -c 1 -W 0.5 -p f -s 20 127.0.0.1
ping -c 1 -p xyz 127.0.0.1; echo $?
iptables -nvL INPUT
ls -d /sys/class/net /proc/net
mkdir -p /tmp/ls-b /tmp/ls-a; touch /tmp/ls-b/x /tmp/ls-a/y
ls /tmp/ls-b /tmp/ls-a
head -1 /nosuch; sort /nosuch; tac /nosuch; tail /nosuch
rm -r /tmp/ls-a /tmp/ls-b
