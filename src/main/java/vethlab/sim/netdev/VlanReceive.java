package vethlab.sim.netdev;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.trace.DropReason;

/** A tagged frame finds its VLAN device: net/8021q/vlan_core.c vlan_do_receive. */
final class VlanReceive {
  private VlanReceive() {}

  static Stage receive(World world, Skb skb) {
    return world.drop(skb, DropReason.UNHANDLED_PROTO, "vlan_do_receive", "vlan.no-device",
        skb.frame.vlan().id());
  }
}
