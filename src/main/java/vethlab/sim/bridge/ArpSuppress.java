package vethlab.sim.bridge;

import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.wire.Arp;

/**
 * Keeps ARP away from ports that suppress neighbours: net/bridge/br_arp_nd_proxy.c
 * br_do_proxy_suppress_arp. Not modelled: answers in a station's stead.
 */
final class ArpSuppress {
  private ArpSuppress() {}

  /** A gratuitous announcement is not flooded to such ports. */
  static void look(World world, Bridge bridge, int from, Skb skb, int vlan) {
    if (skb.frame.payload() instanceof Arp arp
        && (arp.spa().isAny() || arp.spa().equals(arp.tpa()))) {
      skb.flags |= Skb.ARP_SUPPRESSED;
    }
  }
}
