package vethlab.sim.netdev;

import java.util.ArrayList;
import java.util.List;
import vethlab.sim.World;

/** What links that stand on another have in common when something happens to it. */
final class Lower {
  private Lower() {}

  /** The name of the link below as the device's own namespace knows it; empty in another one. */
  static String name(World world, NetDevice dev, int lower) {
    return world.hasDevice(lower) && world.device(lower).netns == dev.netns
        ? world.device(lower).name
        : "";
  }

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
