# A tag inside a tag; the same id twice on one link is refused, on two links is not.
ip netns add a
ip netns add b
ip link add va netns a type veth peer name vb netns b
for s in a b; do
  ip -n $s link set v$s up
  ip -n $s link add link v$s name s100 type vlan proto 802.1ad id 100
  ip -n $s link set s100 up
  ip -n $s link add link s100 name c10 type vlan id 10
  ip -n $s link set c10 up
done
ip -n a addr add 10.0.0.1/24 dev c10
ip -n b addr add 10.0.0.2/24 dev c10
ip netns exec a ping -c 1 -W 4 10.0.0.2
ip netns exec a ping -c 1 -W 4 -s 1472 10.0.0.2
ip -n a -d link show s100 | tail -1 | cut -c1-60
ip -n a link add link va name w100 type vlan id 100
ip -n a link add link va name w101 type vlan proto 802.1ad id 100
ip -n b link del c10
ip -n b addr add 10.0.0.2/24 dev vb
ip netns exec a ping -c 1 -W 1.5 10.0.0.2
