# A carrier that goes takes what was learnt on that link, not what is permanent, and nothing of another link.
ip netns add a
for i in 1 2; do
  ip link add v$i type veth peer name e$i netns a
  ip addr add 10.0.$i.1/24 dev v$i
  ip link set v$i up
  ip -n a addr add 10.0.$i.2/24 dev e$i
  ip -n a link set e$i up
done
sleep 1.2
ping -c 1 -W 1 10.0.1.2 | grep received
ping -c 1 -W 1 10.0.2.2 | grep received
ip neigh add 10.0.1.9 lladdr 02:00:00:00:00:99 dev v1
ip neigh add proxy 10.0.1.8 dev v1
ip neigh add proxy 10.0.2.8 dev v2
ip -n a link set e1 down
sleep 1.2
ip neigh | sort
ip neigh show proxy | sort
ip link set v2 address 02:00:00:00:00:22
ip neigh | sort
ip link set v1 down
ip neigh show proxy
ip addr add 10.0.2.9 peer 10.0.2.2 dev v2
ping -c 1 -W 1 10.0.2.2 | grep received
ip addr add 10.0.2.66/32 brd 10.0.2.2 dev v2
ip neigh | sort
ip link del v2
ip neigh show proxy
