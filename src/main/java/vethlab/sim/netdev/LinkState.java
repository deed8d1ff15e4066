package vethlab.sim.netdev;

import vethlab.op.LinkFlags;
import vethlab.op.OperState;
import vethlab.sim.World;

/**
 * A device goes up or down: net/core/dev.c __dev_open, __dev_close_many and what hears of it
 * (NETDEV_UP, NETDEV_DOWN). Under construction.
 */
public final class LinkState {
  private LinkState() {}

  public static void up(World world, NetDevice dev) {
    dev.flags |= LinkFlags.UP;
    dev.carrier = dev.driver.carrier(world, dev);
    dev.operState = dev.isLoopback() ? OperState.UNKNOWN : dev.carrier ? OperState.UP : OperState.DOWN;
    dev.driver.opened(world, dev);
  }
}
