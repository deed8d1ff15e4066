package vethlab.sim.netdev;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Frame;
import vethlab.wire.Vlan;

/** A tagged frame finds its VLAN device: net/8021q/vlan_core.c vlan_do_receive. */
final class VlanReceive {
  private VlanReceive() {}

  /** The frame goes on as one that arrived on {@code vlan}, without its tag. */
  static Stage receive(World world, NetDevice dev, NetDevice vlan, Skb skb) {
    if (!vlan.isUp()) {
      return world.drop(skb, DropReason.NOT_SPECIFIED, "vlan_do_receive", "dev.down", vlan.name);
    }
    if (world.tracing()) {
      world
          .trace()
          .passed(
              skb, "vlan_do_receive", "vlan.received", skb.frame.vlan().id(), dev.name, vlan.name);
    }
    skb.dev = vlan.id;
    if (skb.has(Skb.OTHERHOST) && skb.frame.dst().bits() == vlan.mac.bits()) {
      skb.flags &= ~Skb.OTHERHOST;
    }
    skb.frame = InnerTag.popped(skb.frame);
    vlan.rxPackets++;
    vlan.rxBytes += skb.frame.length() - Frame.HEADER_LENGTH;
    if (skb.has(Skb.GROUP_ADDRESSED) && !skb.frame.dst().isBroadcast()) {
      vlan.rxMulticast++;
    }
    return Stage.RECEIVE;
  }

  /**
   * No VLAN device wants it: a frame of VLAN 0 counts as untagged, any other is not for this
   * machine (the protocols still see it and drop it).
   */
  static void unclaimed(Skb skb) {
    if (skb.frame.vlan().id() != 0) {
      skb.flags |= Skb.OTHERHOST;
    }
    skb.frame = skb.frame.withVlan(Vlan.NONE);
  }
}
