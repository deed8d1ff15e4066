package vethlab.sim.netdev;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.InetEvents;

/**
 * A link moves to another namespace: it goes down, loses its addresses, its master and its queueing
 * discipline, and keeps its Ethernet address. net/core/dev.c __dev_change_net_namespace.
 */
final class LinkMove {
  private LinkMove() {}

  /**
   * @param pattern the name to take there when its own is taken
   */
  static void move(World world, NetDevice dev, Netns to, Optional<String> pattern, int index)
      throws Refusal {
    if (!dev.driver.movable()) {
      throw new Refusal(Errno.EINVAL, "The interface netns is immutable");
    }
    if (dev.netns == to.id) {
      return;
    }
    String name = nameThere(world, dev, to, pattern);
    if (index != 0 && to.devices.has(index)) {
      throw new Refusal(Errno.EBUSY, "An interface with the same index exists in the target netns");
    }
    Netns from = world.netns(dev.netns);
    LinkState.close(world, dev);
    dev.clear(NetDevice.QDISC_ATTACHED | NetDevice.ACTIVE);
    dev.qdisc = Qdisc.NONE;
    InetEvents.deviceMoved(world, dev, from);
    Notify.spread(world, dev, DeviceEvent.UNREGISTER);
    NetnsIds.id(from.nsids, to.id);
    world.inventory().moveDevice(world, dev, to, indexThere(world, dev, to, index), name);
    InetEvents.deviceAdded(world, dev);
    NetnsIds.shown(world, dev);
  }

  private static String nameThere(World world, NetDevice dev, Netns to, Optional<String> pattern)
      throws Refusal {
    if (world.device(to, dev.name).isEmpty()) {
      return dev.name;
    }
    if (pattern.isEmpty()) {
      throw new Refusal(Errno.EEXIST, "An interface with the same name exists in the target netns");
    }
    return LinkNames.get(world, to, pattern.get());
  }

  private static int indexThere(World world, NetDevice dev, Netns to, int index) {
    if (index != 0) {
      return index;
    }
    return to.devices.has(dev.ifindex) ? world.inventory().freeIfindex(to) : dev.ifindex;
  }
}
