# ping's options, and what it says of wrong ones.
ip netns add a
ip link add va type veth peer name eth0 netns a
ip addr add 10.0.1.1/24 dev va
ip link set va up
ip -n a addr add 10.0.1.2/24 dev eth0
ip -n a link set eth0 up
sleep 0.2
ping -c 2 -i 0.2 -q 10.0.1.2

ping -c 1 -s 0 10.0.1.2
ping -c 1 -s 7 10.0.1.2
ping -c 1 -s 8 10.0.1.2
ping -c 2 -i 0.2 -D 10.0.1.2 | sed 's/^\[[0-9.]*\]/[T]/'
ping -c 2 -i 0.2 -O 10.0.1.2
ping -c 3 -f 10.0.1.2 | tail -2
ping -c 2 -A 10.0.1.2 | grep received
ping -c 1 -p ff 10.0.1.2
ping -c 1 -t 1 10.0.1.2

ping -c 1 -R 10.0.1.2
ping -c 2 -i 0.2 -w 1 10.0.1.2 | grep received
ping -w 1 -i 0.3 10.0.1.2 | grep received
ping -c 1 -W 0.2 10.0.1.9
ping -c 0 10.0.1.2
ping -c 1 -t 256 10.0.1.2
ping -c 1 -i 0 10.0.1.2 | grep received
ping -c 1 -i -1 10.0.1.2
ping -c 1 -s -1 10.0.1.2
ping -c 1 -W -1 10.0.1.2
ping -c 1 -Q 256 10.0.1.2
ping -c 1 -M bogus 10.0.1.2
ping -c 1 -I 10.0.1.9 10.0.1.2
ping -c 1 -I nosuch 10.0.1.2
ping -c 1 -I va 10.0.1.2 | grep received
ping -c 1
ping
ping -c 1 nosuchhost
ping -c 1 10.0.1
ping -c 1 300.1.1.1
ping -Z 10.0.1.2
ping -V | cut -c1-5
ping -c 1 127.0.0.1 | grep received
ping -c 1 -4 localhost | grep received
