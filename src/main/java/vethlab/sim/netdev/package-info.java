/**
 * Links: what they are made of, how they come, go up and down and go, and the drivers: loopback,
 * veth, VLAN, dummy, macvlan, ipvlan, vxlan, vrf; netem. Mirrors net/core/dev.c,
 * net/core/rtnetlink.c, net/core/link_watch.c, drivers/net, net/8021q. Start at {@link
 * vethlab.sim.netdev.NetDevice} and {@link vethlab.sim.netdev.Driver}; requests come in by {@link
 * vethlab.sim.netdev.LinkControl}, frames by {@link vethlab.sim.netdev.Receive} and leave by {@link
 * vethlab.sim.netdev.Transmit}. Not modelled: offloads, queues, other qdiscs than netem.
 */
package vethlab.sim.netdev;
