package vethlab.sim.bridge;

import java.util.Optional;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.neigh.ArpSend;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Arp;
import vethlab.wire.Mac;

/**
 * Keeps ARP away from ports that suppress neighbours, and answers for the stations behind them:
 * net/bridge/br_arp_nd_proxy.c br_do_proxy_suppress_arp.
 */
final class ArpSuppress {
  private ArpSuppress() {}

  /**
   * @param from the number of the port it came in by, 0 for what the host sends
   */
  static void look(World world, Bridge bridge, int from, Skb skb, int vlan) {
    if (!(skb.frame.payload() instanceof Arp arp) || arp.tpa().isMulticast()) {
      return;
    }
    if (from != 0 && bridge.port(from).has(BridgePort.NEIGH_SUPPRESS)) {
      return;
    }
    if (arp.spa().isAny() || arp.spa().equals(arp.tpa())) {
      skb.flags |= Skb.ARP_SUPPRESSED;
      return;
    }
    NetDevice self = world.device(bridge.device);
    if (arp.op() != Arp.REQUEST || vlan != 0) {
      return;
    }
    if (self.ipv4.hasAddress(arp.tpa())) {
      skb.flags |= Skb.ARP_SUPPRESSED;
      return;
    }
    Optional<Mac> known = world.netns(self.netns).neighbours.address(self.id, arp.tpa().bits());
    FdbEntry entry = known.map(mac -> bridge.fdb.find(mac, vlan)).orElse(FdbEntry.NONE);
    if (entry == FdbEntry.NONE) {
      return;
    }
    skb.flags |= Skb.ARP_SUPPRESSED;
    if (entry.port != 0 && bridge.port(entry.port).has(BridgePort.NEIGH_SUPPRESS)) {
      NetDevice dev = world.device(skb.dev);
      ArpSend.replyFor(world, dev, arp.tpa(), entry.mac(), arp.sha(), arp.spa());
    }
  }
}
