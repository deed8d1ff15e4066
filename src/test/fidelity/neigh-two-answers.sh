# Two machines with one address: the first answer counts, the second within locktime does not; arping tells both.
ip netns add sw
ip -n sw link add br0 type bridge
ip -n sw link set br0 up
n=1
for each in pc:20:20 nas:50:50 cam:50:ca; do
  ns=${each%%:*}
  rest=${each#*:}
  ip netns add $ns
  ip -n sw link add p$n type veth peer name eth0 address 02:00:00:00:00:${rest#*:} netns $ns
  ip -n sw link set p$n master br0
  ip -n sw link set p$n up
  ip -n $ns link set lo up
  ip -n $ns addr add 10.0.0.${rest%:*}/24 dev eth0
  ip -n $ns link set eth0 up
  n=$((n + 1))
done
sleep 1
ip netns exec pc ping -c 1 -q 10.0.0.50 | grep received
ip -n pc neigh show 10.0.0.50
ip netns exec nas arping -D -c 2 -w 3 -I eth0 10.0.0.50 | sed 's/ *[0-9.]*ms//'
echo "exit status ${PIPESTATUS[0]}"
# An entry made by hand believes nobody, and a flush spares it.
ip -n pc neigh replace 10.0.0.50 lladdr 02:00:00:00:00:99 dev eth0 nud permanent
ip netns exec nas arping -c 1 -A -I eth0 10.0.0.50 | tail -1
ip -n pc neigh flush all
ip -n pc neigh
ip -n pc neigh flush all nud permanent
ip netns exec pc ping -c 1 -q 10.0.0.50 | grep received
