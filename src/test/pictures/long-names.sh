# Names as long as they can be, several addresses, Chinese, ports in every state.
ip netns add a-namespace-with-a-rather-long-name-for-a-box
ip netns add 前端服务器
ip netns add 数据库
ip link add veth-frontend-1 type veth peer name eth-of-database netns 数据库
ip link set veth-frontend-1 netns 前端服务器
ip -n 前端服务器 addr add 192.168.100.101/24 dev veth-frontend-1
ip -n 前端服务器 addr add 192.168.100.102/24 dev veth-frontend-1
ip -n 前端服务器 addr add 192.168.100.103/24 dev veth-frontend-1
ip -n 前端服务器 link set veth-frontend-1 up
ip -n 数据库 addr add 192.168.100.201/24 dev eth-of-database
ip link add abcdefghijklmno type veth peer name onmlkjihgfedcba netns a-namespace-with-a-rather-long-name-for-a-box
ip link add bridge-of-many0 type bridge
ip addr add 255.254.253.252/31 dev bridge-of-many0
ip link set abcdefghijklmno master bridge-of-many0
ip link set bridge-of-many0 up
ip link set abcdefghijklmno up
ip -n a-namespace-with-a-rather-long-name-for-a-box addr add 172.16.254.254/16 dev onmlkjihgfedcba
ip link add second0 type veth peer name second1 netns a-namespace-with-a-rather-long-name-for-a-box
ip link add inside0 type veth peer name inside1
ip link set inside0 up
ip link set inside1 up
