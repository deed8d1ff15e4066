package vethlab.sim.netdev;

import java.util.ArrayList;
import java.util.List;
import vethlab.sim.World;

/** What links that stand on another have in common when something happens to it. */
final class Lower {
  private Lower() {}

  /** The MTU may not stay above that of the link below. */
  static void limitMtu(World world, NetDevice dev, NetDevice lower) {
    if (dev.mtu > lower.mtu) {
      Refusal.resultOf(() -> LinkSet.setMtu(world, dev, lower.mtu));
    }
  }

  /** The link below is destroyed, not just moved: so is this one. */
  static void dieWith(World world, NetDevice dev, NetDevice lower) {
    if (lower.isUnregistering() && !dev.isUnregistering()) {
      List<NetDevice> dying = new ArrayList<>();
      dying.add(dev);
      LinkDelete.unregister(world, dying);
    }
  }
}
