# iptables-save and -restore: whole tables, --noflush, counters, and what a bad file does.
iptables -N X
iptables -A INPUT -p tcp --dport 22 -m comment --comment "ssh" -j ACCEPT
iptables -A INPUT -j X
iptables -t nat -A POSTROUTING -s 10.0.0.0/8 -j MASQUERADE
iptables-save | grep -v '^#' > /tmp/rules.$$
iptables -F; iptables -X; iptables -t nat -F
iptables-restore < /tmp/rules.$$
iptables -S; iptables -t nat -S
iptables-restore <<R
*filter
:INPUT DROP [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A INPUT -i lo -j ACCEPT
COMMIT
R
iptables -S
iptables-restore --noflush <<R
*filter
-A INPUT -p icmp -j ACCEPT
COMMIT
R
iptables -S
iptables-restore --test <<R
*filter
-A INPUT -p icmp -j DROP
COMMIT
R
iptables-restore <<R
*filter
-A INPUT -j NOSUCH
COMMIT
R
iptables -S
iptables-restore <<R
*filter
:INPUT ACCEPT [5:300]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
[3:90] -A INPUT -p udp -j ACCEPT
COMMIT
R
iptables -nvL INPUT
iptables-save -c | grep -v '^#'
rm -f /tmp/rules.$$
