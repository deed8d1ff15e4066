"""N namespaces on a bridge with pyroute2, as its users write it."""
import sys, time
from pyroute2 import IPRoute, NetNS, netns

n = int(sys.argv[1])
start = time.time()
ip = IPRoute()
ip.link("add", ifname="br0", kind="bridge")
br = ip.link_lookup(ifname="br0")[0]
for i in range(n):
    netns.create("n%d" % i)
    ip.link("add", ifname="v%d" % i, kind="veth", peer={"ifname": "eth0", "net_ns_fd": "n%d" % i})
    v = ip.link_lookup(ifname="v%d" % i)[0]
    ip.link("set", index=v, master=br, state="up")
    with NetNS("n%d" % i) as ns:
        ns.link("set", index=1, state="up")
        eth = ns.link_lookup(ifname="eth0")[0]
        ns.addr("add", index=eth, address="10.0.%d.%d" % (1 + i // 250, 1 + i % 250), prefixlen=16)
        ns.link("set", index=eth, state="up")
        ns.route("add", dst="default", gateway="10.0.0.1")
ip.link("set", index=br, state="up")
built = time.time()
for i in range(n):
    netns.remove("n%d" % i)
ip.link("del", index=br)
while len(ip.get_links()) > 1:
    pass
print("%.1f %.1f" % ((built - start) * 1e3, (time.time() - built) * 1e3))
