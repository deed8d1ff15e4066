package vethlab.sim.bridge;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;

/** A bridged packet got another destination in PREROUTING: br_nf_pre_routing_finish. */
final class BridgeDnat {
  private BridgeDnat() {}

  /** Handed to the host's IP layer, by the bridge's own address. */
  static Stage redirect(World world, NetDevice self, Skb skb) {
    skb.frame = skb.frame.withDst(self.mac);
    skb.flags &= ~Skb.OTHERHOST;
    skb.dev = skb.physIn;
    return Stage.BRIDGE_DECIDE;
  }

  static Stage resolved(World world, Skb skb) {
    skb.flags &= ~Skb.BRIDGED_DNAT;
    skb.dev = skb.physIn;
    return Stage.BRIDGE_DECIDE;
  }
}
