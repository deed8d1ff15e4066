ping -c1 10.0.0.11/24; echo $?
ping -c1 'a b'; ping -c1 host; traceroute 10.0.0.1/8; echo $?
arping -c1 -I lo 10.0.0.1/8; echo $?
nc -z 10.0.0.1/8 80; echo $?; nc -z host 80
