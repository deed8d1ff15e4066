# Options joined to their arguments; loops that no packet can reach; zeroing, alone and with a list.
iptables -A INPUT -j DROP
iptables -tnat -APOSTROUTING -s10.0.0.0/8 -jMASQUERADE
iptables -AINPUT -ptcp --dport=80 -jACCEPT
iptables -N A
iptables -N B
iptables -N C
iptables -A A -j B
iptables -A B -j A
iptables -A B -j C
iptables -A C -j C
iptables -S
iptables -A INPUT -j A
iptables -A C -g B
iptables -S
iptables -L -Z
iptables -L -n -v -Z INPUT
iptables -Z -L INPUT -n
iptables -Z INPUT 1
iptables -Z INPUT 9
iptables -L INPUT 1
iptables -L INPUT 1 -n -v
iptables -S INPUT 1
iptables -L INPUT 7
iptables -S -Z
iptables -nL --line-numbers -t nat
iptables -vxnL
iptables -S -v
iptables -F -Z
iptables -L -F
iptables -X -F
iptables-save | grep -v '^#'
iptables-save -c -t nat | grep -v '^#'
iptables --list-rules INPUT
iptables --flush; iptables --delete-chain
iptables -t nat --flush
iptables -C INPUT -j ACCEPT; echo $?
iptables -A INPUT -j ACCEPT; iptables -C INPUT -j ACCEPT; echo $?
iptables -R INPUT 1 -j DROP; iptables -S
iptables -R INPUT 2 -j DROP
iptables -D INPUT 2
iptables -N thisnameisfartoolongforachainindeed1
iptables -N -x
iptables -N ACCEPT
iptables -N '!x'
iptables -F
iptables -A OUTPUT --out-interface=eth0 -j DROP
iptables -A OUTPUT --protocol=tcp -j DROP
iptables -A OUTPUT --jump=DROP
iptables -A OUTPUT --source=10.0.0.1 -j DROP
iptables --append OUTPUT --protocol tcp --dport=80 --jump DROP
iptables -A OUTPUT -gA
iptables -S
iptables -t nat -vnL --line-numbers OUTPUT
iptables -Z INPUT 1
iptables -N A
iptables -Z INPUT 1
iptables -Z A 1
iptables -A A -j ACCEPT
iptables -A INPUT -i lo -j A
ping -c 1 -W 1 127.0.0.1 >/dev/null
iptables -Z A 1
iptables -Z A 2
iptables -vnL
iptables -L -Z A 1
iptables -Z NOPE
iptables -L -Z NOPE
iptables -v -Z
iptables -v -Z -t nat
iptables -v -F
iptables -v -X
iptables -v -N B
iptables -v -A B -j DROP
iptables -v -D B 1
iptables -v -X B
iptables -v -P INPUT DROP
iptables -v -I INPUT -p tcp --dport 22 -j ACCEPT
iptables -v -D INPUT -p tcp --dport 22 -j ACCEPT
iptables -vS
