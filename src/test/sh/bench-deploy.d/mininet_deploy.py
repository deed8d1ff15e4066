"""N hosts on a Linux bridge with Mininet's API."""
import sys, time
from mininet.net import Mininet
from mininet.nodelib import LinuxBridge
from mininet.util import quietRun

n = int(sys.argv[1])
start = time.time()
net = Mininet(switch=LinuxBridge, controller=None, ipBase="10.0.0.0/16")
switch = net.addSwitch("s1")
for i in range(n):
    host = net.addHost("h%d" % i, ip="10.0.%d.%d/16" % (1 + i // 250, 1 + i % 250),
                       defaultRoute="via 10.0.0.1")
    net.addLink(host, switch)
net.start()
built = time.time()
net.stop()
while quietRun("ip -o link").count("\n") > 1:
    pass
print("%.1f %.1f" % ((built - start) * 1e3, (time.time() - built) * 1e3))
