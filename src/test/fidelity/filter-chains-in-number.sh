# Chains inserted, renamed, zeroed, listed by number and deleted, with jumps that keep them alive.
iptables -N ONE
iptables -N TWO
iptables -A ONE -s 10.0.0.1 -j TWO
iptables -A ONE -s 10.0.0.2 -g TWO
iptables -A TWO -j RETURN
iptables -I ONE 2 -p tcp -m tcp --dport 22 -j DROP
iptables -I ONE 9 -j DROP
iptables -R ONE 1 -s 10.0.0.9 -j ACCEPT
iptables -R ONE 7 -j ACCEPT
iptables -L ONE -n --line-numbers
iptables -S ONE 2
iptables -L ONE 1 -n
iptables -X TWO
iptables -D ONE 3
iptables -X TWO
iptables -F TWO
iptables -X TWO
iptables -X ONE
iptables -E ONE ANOTHER
iptables -E NOSUCH X
iptables -E ANOTHER INPUT
iptables -A INPUT -j ANOTHER
iptables -C INPUT -j ANOTHER; echo $?
iptables -C INPUT -j ONE; echo $?
iptables -X ANOTHER
iptables -Z ANOTHER 1
iptables -Z INPUT 5
iptables -P ANOTHER DROP
iptables -P INPUT RETURN
iptables -P INPUT DROP
iptables -N aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
iptables -N aaaaaaaaaaaaaaaaaaaaaaaaaaaaa
iptables -N -- -x
iptables -N ACCEPT
iptables -A NOSUCH -j ACCEPT
iptables -D INPUT -j DROP
iptables -F NOSUCH
iptables -S
iptables -t mangle -P PREROUTING DROP
iptables -t nat -P PREROUTING DROP
iptables -t nat -S
iptables -t raw -S
iptables -t mangle -S
iptables -t security -S
