// N namespaces on a bridge with vishvananda/netlink and netns, as its users write it.
package main

import (
	"fmt"
	"net"
	"os"
	"runtime"
	"strconv"
	"time"

	"github.com/vishvananda/netlink"
	"github.com/vishvananda/netns"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	runtime.LockOSThread()
	start := time.Now()
	home, err := netns.Get()
	must(err)
	br := &netlink.Bridge{LinkAttrs: netlink.LinkAttrs{Name: "br0"}}
	must(netlink.LinkAdd(br))
	spaces := make([]netns.NsHandle, n)
	for i := 0; i < n; i++ {
		spaces[i], err = netns.New()
		must(err)
		must(netns.Set(home))
		veth := &netlink.Veth{
			LinkAttrs:     netlink.LinkAttrs{Name: fmt.Sprintf("v%d", i), MasterIndex: br.Index},
			PeerName:      "eth0",
			PeerNamespace: netlink.NsFd(spaces[i]),
		}
		must(netlink.LinkAdd(veth))
		must(netlink.LinkSetUp(veth))
		h, err := netlink.NewHandleAt(spaces[i])
		must(err)
		lo, err := h.LinkByName("lo")
		must(err)
		must(h.LinkSetUp(lo))
		eth, err := h.LinkByName("eth0")
		must(err)
		ip := net.IPv4(10, 0, byte(1+i/250), byte(1+i%250))
		must(h.AddrAdd(eth, &netlink.Addr{IPNet: &net.IPNet{IP: ip, Mask: net.CIDRMask(16, 32)}}))
		must(h.LinkSetUp(eth))
		must(h.RouteAdd(&netlink.Route{Gw: net.IPv4(10, 0, 0, 1)}))
		h.Delete()
	}
	must(netlink.LinkSetUp(br))
	built := time.Now()
	for _, s := range spaces {
		s.Close()
	}
	must(netlink.LinkDel(br))
	for {
		links, err := netlink.LinkList()
		must(err)
		if len(links) == 1 {
			break
		}
	}
	fmt.Printf("%.1f %.1f\n", built.Sub(start).Seconds()*1e3, time.Since(built).Seconds()*1e3)
}
