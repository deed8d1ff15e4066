# The application no longer gets an answer from the database, which is up and well.

#: setup
ip netns add app
ip netns add router
ip netns add db
ip -n router link add lan0 type veth peer name eth0 netns app
ip -n router link add lan1 type veth peer name eth0 netns db
for ns in app router db; do
  ip -n $ns link set lo up
done
ip netns exec router sysctl -w net.ipv4.ip_forward=1
ip -n router addr add 10.20.0.1/24 dev lan0
ip -n router link set lan0 up
ip -n router addr add 10.30.0.1/24 dev lan1
ip -n router link set lan1 up
ip -n app addr add 10.20.0.5/24 dev eth0
ip -n app link set eth0 up
ip -n app route add default via 10.20.0.1
ip -n db addr add 10.30.0.9/24 dev eth0
ip -n db link set eth0 up

#: session
ip netns exec app ping -c 2 -W 1 10.30.0.9
ip netns exec router ping -c 1 10.30.0.9
ip netns exec db nc -l -p 5432 &
ip netns exec app nc -vz -w 2 10.30.0.9 5432
ip -n db route
ip -s -n db link show eth0
