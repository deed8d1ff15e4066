package vethlab.sim.fib;

import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;

/** The vrf that a device belongs to, or is: net/l3mdev/l3mdev.c. */
public final class L3Master {
  private L3Master() {}

  /** NetDevice id of the vrf, 0 where none: l3mdev_master_dev. */
  public static int of(World world, NetDevice dev) {
    if (dev.master != Skb.NO_DEVICE && world.device(dev.master).driver.routingTable() != 0) {
      return dev.master;
    }
    return dev.driver.routingTable() != 0 ? dev.id : Skb.NO_DEVICE;
  }

  /** The table of the device's vrf, else {@code otherwise}: l3mdev_fib_table. */
  static int table(World world, NetDevice dev, int otherwise) {
    int vrf = of(world, dev);
    return vrf == Skb.NO_DEVICE ? otherwise : world.device(vrf).driver.routingTable();
  }
}
