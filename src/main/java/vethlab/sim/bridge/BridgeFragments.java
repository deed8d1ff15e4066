package vethlab.sim.bridge;

import vethlab.sim.Skb;
import vethlab.sim.World;

/** Under construction. */
final class BridgeFragments {
  private BridgeFragments() {}

  static boolean send(World world, Skb skb, int mtu) {
    return false;
  }
}
