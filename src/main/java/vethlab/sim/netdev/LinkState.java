package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.LinkFlags;
import vethlab.sim.World;

/**
 * A device goes up or down, its carrier comes or goes: net/core/dev.c __dev_open, __dev_close_many,
 * netif_carrier_on.
 */
public final class LinkState {
  private LinkState() {}

  /** Takes lo up at boot. */
  public static void up(World world, NetDevice dev) {
    try {
      open(world, dev);
    } catch (Refusal refusal) {
      throw new IllegalStateException(refusal);
    }
  }

  /** dev_open and what hears of it. */
  static void open(World world, NetDevice dev) throws Refusal {
    if (dev.isUp()) {
      return;
    }
    openQuietly(world, dev);
    Notify.up(world, dev);
  }

  private static void openQuietly(World world, NetDevice dev) throws Refusal {
    if (dev.driver.validatesAddress() && (dev.mac.isZero() || dev.mac.isMulticast())) {
      throw new Refusal(Errno.EADDRNOTAVAIL);
    }
    dev.flags |= LinkFlags.UP;
    try {
      dev.driver.open(world, dev);
    } catch (Refusal refusal) {
      dev.flags &= ~LinkFlags.UP;
      throw refusal;
    }
    refreshFilters(world, dev);
    refreshLower(world, dev);
    dev.set(NetDevice.QDISC_ATTACHED);
    if (dev.carrier) {
      activate(dev);
    }
  }

  /** __dev_set_rx_mode, for the device and what it stands on. */
  static void refreshFilters(World world, NetDevice dev) {
    if (!dev.isUp()) {
      return;
    }
    boolean wanted =
        !dev.driver.filtersUnicast()
            && (dev.uppers.length > 0 || dev.addedAddresses.length > 0)
            && !DeviceAddresses.stations(world, dev).isEmpty();
    if (wanted != dev.is(NetDevice.UNICAST_PROMISCUOUS)) {
      if (wanted) {
        dev.set(NetDevice.UNICAST_PROMISCUOUS);
      } else {
        dev.clear(NetDevice.UNICAST_PROMISCUOUS);
      }
      addPromiscuity(world, dev, wanted ? 1 : -1);
    }
  }

  /** The link below hears or stops hearing this one's address, and so does what is below that. */
  static void refreshLower(World world, NetDevice dev) {
    int lower = dev.driver.linkedDevice();
    if (dev.driver.filtersOnLower() && world.hasDevice(lower)) {
      refreshFilters(world, world.device(lower));
      refreshLower(world, world.device(lower));
    }
  }

  /** dev_activate: from now on frames pass its queue. */
  static void activate(NetDevice dev) {
    dev.set(NetDevice.QDISC_ATTACHED | NetDevice.ACTIVE);
  }

  /** dev_deactivate: frames given to it are dropped. */
  static void deactivate(NetDevice dev) {
    dev.clear(NetDevice.ACTIVE);
    dev.qdisc.reset();
  }

  /** dev_close. */
  static void close(World world, NetDevice dev) {
    if (dev.isUp()) {
      closeQuietly(world, dev);
      Notify.down(world, dev);
    }
  }

  /** __dev_close_many without telling anybody. */
  static void closeQuietly(World world, NetDevice dev) {
    deactivate(dev);
    dev.driver.stop(world, dev);
    dev.flags &= ~LinkFlags.UP;
    refreshLower(world, dev);
  }

  public static void carrierOn(World world, NetDevice dev) {
    if (!dev.carrier) {
      dev.carrier = true;
      dev.carrierChanges++;
      world.linkWatch().fire(world, dev);
    }
  }

  public static void carrierOff(World world, NetDevice dev) {
    if (dev.carrier) {
      dev.carrier = false;
      dev.carrierChanges++;
      world.linkWatch().fire(world, dev);
    }
  }

  /** netif_stacked_transfer_operstate: a link has carrier when the one below has. */
  static void followCarrier(World world, NetDevice dev, NetDevice lower) {
    if (lower.carrier) {
      carrierOn(world, dev);
    } else {
      carrierOff(world, dev);
    }
  }

  /** dev_set_promiscuity. */
  public static void addPromiscuity(World world, NetDevice dev, int more) {
    boolean before = dev.isPromiscuous();
    dev.promiscuity += more;
    if (before != dev.isPromiscuous()) {
      dev.driver.promiscuityChanged(world, dev);
    }
  }
}
