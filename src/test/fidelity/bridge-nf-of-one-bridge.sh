# One bridge alone hands its frames to iptables: nf_call_iptables of the bridge.
for b in 0 1; do
  ip link add br$b type bridge
  ip link set br$b up
  for i in 1 2; do
    ip netns add h$b$i
    ip link add v$b$i type veth peer name eth0 netns h$b$i
    ip link set v$b$i master br$b
    ip link set v$b$i up
    ip -n h$b$i addr add 10.1.$b.$i/24 dev eth0
    ip -n h$b$i link set eth0 up
  done
done
sleep 0.2
iptables -P FORWARD DROP
ip link set br1 type bridge nf_call_iptables 1
ip netns exec h01 ping -c 1 -W 1 10.1.0.2 | grep received
ip netns exec h11 ping -c 1 -W 1 10.1.1.2 | grep received
iptables -nvL FORWARD | head -1
ip link set br1 type bridge nf_call_iptables 0
ip netns exec h11 ping -c 1 -W 1 10.1.1.2 | grep received
ip -d link show br1 | grep -o nf_call_iptables.[01]
sysctl -w net.bridge.bridge-nf-call-iptables=1
iptables -A FORWARD -p icmp -j REJECT --reject-with icmp-admin-prohibited
ip netns exec h11 ping -c 1 -W 1 10.1.1.2
iptables -I FORWARD -p tcp -j REJECT --reject-with tcp-reset
ip netns exec h11 nc -n -z -v -w 1 10.1.1.2 80
