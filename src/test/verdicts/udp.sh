# A datagram for a port that somebody has, and for one that nobody has.
ip link set lo up
timeout 1 nc -u -l -p 53 &
sleep 0.2
echo hello | nc -u -q 0 -w 1 127.0.0.1 53
echo hello | nc -u -w 1 127.0.0.1 54
wait
