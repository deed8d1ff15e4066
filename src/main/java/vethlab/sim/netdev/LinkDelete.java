package vethlab.sim.netdev;

import java.util.ArrayList;
import java.util.List;
import vethlab.sim.Skb;
import vethlab.sim.World;

/**
 * Links are destroyed: net/core/rtnetlink.c rtnl_delete_link, net/core/dev.c
 * unregister_netdevice_many.
 */
final class LinkDelete {
  private LinkDelete() {}

  /** The link and what cannot be without it: a veth's other end. */
  static void delete(World world, NetDevice dev) throws Refusal {
    List<NetDevice> dying = new ArrayList<>();
    dev.driver.delete(world, dev, dying);
    unregister(world, dying);
  }

  /** unregister_netdevice_many: all go down first, then they leave one by one. */
  static void unregister(World world, List<NetDevice> dying) {
    List<NetDevice> closed = new ArrayList<>();
    for (NetDevice dev : dying) {
      dev.set(NetDevice.UNREGISTERING);
      if (dev.isUp()) {
        closed.add(dev);
        LinkState.closeQuietly(world, dev);
      }
    }
    for (NetDevice dev : closed) {
      Notify.down(world, dev);
    }
    for (NetDevice dev : dying) {
      leave(world, dev);
    }
    for (NetDevice dev : dying) {
      if (world.hasDevice(dev.id)) {
        dev.driver.unregistered(world, dev);
        world.inventory().removeDevice(dev);
      }
    }
  }

  private static void leave(World world, NetDevice dev) {
    dev.clear(NetDevice.QDISC_ATTACHED | NetDevice.ACTIVE);
    dev.qdisc = Qdisc.NONE;
    Notify.unregister(world, dev);
    for (int id : dev.uppers) {
      if (world.hasDevice(id) && !world.device(id).isUnregistering()) {
        throw new IllegalStateException(world.device(id) + " still stands on " + dev);
      }
    }
    dev.master = Skb.NO_DEVICE;
  }
}
