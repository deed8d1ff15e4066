# The NAS runs and listens, and refuses the connection all the same.

#: setup
ip netns add switch
ip -n switch link add br0 type bridge
ip -n switch link set lo up
n=1
for each in pc:20:20 nas:50:50 camera:50:ca; do
  ns=${each%%:*}
  rest=${each#*:}
  ip netns add $ns
  ip -n switch link add port$n type veth peer name eth0 address 02:00:00:00:00:${rest#*:} netns $ns
  ip -n switch link set port$n master br0
  ip -n switch link set port$n up
  ip -n $ns link set lo up
  ip -n $ns addr add 10.0.0.${rest%:*}/24 dev eth0
  ip -n $ns link set eth0 up
  n=$((n + 1))
done
ip -n switch link set br0 up

#: session
ip netns exec nas nc -k -l -p 445 &
ip netns exec camera nc -k -l -p 554 &
sleep 1
ip netns exec pc nc -vz -w 2 10.0.0.50 445
ip netns exec pc ip neigh
ip netns exec pc ping -c 2 10.0.0.50
ip netns exec nas ss -ltn
