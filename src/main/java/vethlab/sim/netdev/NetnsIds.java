package vethlab.sim.netdev;

import java.util.OptionalInt;
import vethlab.sim.Netns;
import vethlab.sim.World;

/**
 * When namespaces give each other numbers: net/core/net_namespace.c peernet2id_alloc. A namespace
 * gives one to another when it first has to name it in a message.
 */
final class NetnsIds {
  private NetnsIds() {}

  /** The id of {@code other} (Netns id); a new one where it has none. */
  static int id(Nsids nsids, int other) {
    OptionalInt known = nsids.of(other);
    if (known.isPresent()) {
      return known.getAsInt();
    }
    int free = nsids.free();
    nsids.put(free, other);
    return free;
  }

  /**
   * The link is shown or told of (rtnl_fill_link_netnsid): where its other end lives needs an id.
   */
  static void shown(World world, NetDevice dev) {
    int other = dev.driver.linkNetns(world, dev);
    if (other != dev.netns) {
      id(world.netns(dev.netns).nsids, other);
    }
  }

  /** The namespace is gone: everyone forgets its id. */
  static void forget(World world, int gone) {
    world.host().nsids.remove(gone);
    for (Netns each : world.inventory().namespaces()) {
      each.nsids.remove(gone);
    }
  }
}
