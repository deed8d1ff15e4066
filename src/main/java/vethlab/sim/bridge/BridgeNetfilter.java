package vethlab.sim.bridge;

import vethlab.sim.Hook;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.ipv4.Fragment;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netfilter.Hooks;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Ipv4;

/**
 * br_netfilter: iptables sees bridged IPv4, as if it came in and left by the bridge.
 * net/bridge/br_netfilter_hooks.c. Not modelled: IPv6, ARP tables, VLAN and PPPoE frames.
 */
final class BridgeNetfilter {
  private BridgeNetfilter() {}

  /** Whether PREROUTING is to see it: a sysctl of the namespace or a flag of the bridge. */
  static boolean wants(World world, Bridge bridge, Skb skb) {
    return skb.frame.payload() instanceof Ipv4
        && skb.frame.vlan().isNone()
        && (bridge.callIptables
            || world.netns(skb.netns).sysctls.get(NetSysctl.BRIDGE_NF_CALL_IPTABLES) != 0);
  }

  /** br_nf_pre_routing. */
  static Stage preRouting(World world, NetDevice self, Skb skb) {
    skb.packet = (Ipv4) skb.frame.payload();
    skb.flags |= Skb.BRIDGED;
    skb.flags &= ~Skb.WAS_OTHERHOST;
    if (skb.has(Skb.OTHERHOST)) {
      skb.flags = skb.flags & ~Skb.OTHERHOST | Skb.WAS_OTHERHOST;
    }
    skb.physIn = skb.dev;
    skb.physOut = Skb.NO_DEVICE;
    skb.dev = self.id;
    skb.inDev = self.id;
    skb.outDev = Skb.NO_DEVICE;
    if (world.tracing()) {
      world.trace().passed(skb, "br_nf_pre_routing", "bridge.nf-prerouting", self.name);
    }
    return Hooks.start(world, skb, Hook.PREROUTING, Stage.BRIDGE_NF_PREROUTED);
  }

  /** {@link Stage#BRIDGE_NF_PREROUTED}: br_nf_pre_routing_finish. */
  static Stage preRouted(World world, Skb skb) {
    if (skb.has(Skb.WAS_OTHERHOST)) {
      skb.flags = skb.flags & ~Skb.WAS_OTHERHOST | Skb.OTHERHOST;
    }
    Ipv4 before = (Ipv4) skb.frame.payload();
    NetDevice self = world.device(skb.dev);
    skb.frame = skb.frame.withPayload(skb.packet);
    if (!before.dst().equals(skb.packet.dst())) {
      return BridgeDnat.redirect(world, self, skb);
    }
    skb.dev = skb.physIn;
    return Stage.BRIDGE_DECIDE;
  }

  /** br_nf_forward_ip: in and out are the bridge; the ports are known as physdev. */
  static Stage forward(World world, int bridge, Skb skb) {
    skb.physOut = skb.outDev;
    skb.inDev = bridge;
    skb.outDev = bridge;
    skb.dev = skb.physOut;
    if (skb.has(Skb.OTHERHOST)) {
      skb.flags = skb.flags & ~Skb.OTHERHOST | Skb.WAS_OTHERHOST;
    }
    return Hooks.start(world, skb, Hook.FORWARD, Stage.BRIDGE_FORWARD_FINISH);
  }

  /** br_nf_post_routing. */
  static Stage postRouting(World world, Skb skb) {
    return Hooks.start(world, skb, Hook.POSTROUTING, Stage.BRIDGE_TRANSMIT);
  }

  /**
   * br_nf_dev_queue_xmit: what was put together for iptables leaves in pieces again. False when the
   * whole has been dealt with.
   */
  static boolean release(World world, Skb skb) {
    skb.outDev = skb.physOut;
    skb.physOut = Skb.NO_DEVICE;
    skb.flags &= ~Skb.BRIDGED;
    Ipv4 packet = skb.packet;
    NetDevice out = world.device(skb.outDev);
    int limit = skb.fragMaxSize == 0 ? out.mtu : Math.min(out.mtu, skb.fragMaxSize);
    if (packet.totalLength() <= limit) {
      return true;
    }
    int mtu = world.hasDevice(out.master) ? world.device(out.master).mtu : out.mtu;
    boolean refused = packet.dontFragment() && !skb.has(Skb.IGNORE_DF) || skb.fragMaxSize > mtu;
    if (refused) {
      world.drop(
          skb,
          DropReason.NOT_SPECIFIED,
          "br_nf_ip_fragment",
          "bridge.too-large",
          out.name,
          mtu,
          packet.totalLength());
      return false;
    }
    Fragment.cut(world, skb, mtu, Stage.BRIDGE_TRANSMIT);
    return false;
  }
}
