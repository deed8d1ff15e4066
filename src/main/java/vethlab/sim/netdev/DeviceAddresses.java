package vethlab.sim.netdev;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vethlab.op.Errno;
import vethlab.sim.World;
import vethlab.sim.bridge.Bridge;
import vethlab.wire.Mac;

/**
 * The Ethernet addresses a device takes frames for beside its own: net/core/dev_addr_lists.c. Those
 * of the links on top of it, the groups that IPv4, IPv6 and a snooping bridge join, and what {@code
 * bridge fdb add … self} added. They are only shown: virtual devices hear everything.
 */
public final class DeviceAddresses {
  /** ff02::1, joined by IPv6 for every link whose MTU it can use, even when it is switched off. */
  private static final Mac ALL_NODES = new Mac(0x3333_0000_0001L);

  /** 224.0.0.1, joined while the link is up. */
  private static final Mac ALL_HOSTS = new Mac(0x0100_5e00_0001L);

  /** 224.0.0.106 and ff02::6a: all snoopers. */
  private static final Mac SNOOPERS_IP4 = new Mac(0x0100_5e00_006aL);

  private static final Mac SNOOPERS_IP6 = new Mac(0x3333_0000_006aL);

  /** Where VLAN registration is heard, on a link with VLANs. */
  private static final Mac GVRP = new Mac(0x0180_c200_0021L);

  private static final int IPV6_MIN_MTU = 1280;

  private DeviceAddresses() {}

  /** In the order the kernel dumps them: stations, then groups, each by age. */
  public static List<Mac> filters(World world, NetDevice dev) {
    List<Mac> all = stations(world, dev);
    if (dev.mtu >= IPV6_MIN_MTU) {
      all.add(ALL_NODES);
    }
    if (dev.isUp() && dev.driver instanceof Bridge bridge && bridge.snoops()) {
      all.add(SNOOPERS_IP4);
      all.add(SNOOPERS_IP6);
    }
    if (dev.isUp()) {
      all.add(ALL_HOSTS);
    }
    if (!dev.vlans.isEmpty()) {
      all.add(GVRP);
    }
    addAdded(dev, true, all);
    return all;
  }

  /** dev->uc: stations beside its own that it was told to hear, also for links far above. */
  static List<Mac> stations(World world, NetDevice dev) {
    List<Mac> all = new ArrayList<>();
    for (int id : dev.uppers) {
      if (!world.hasDevice(id)) {
        continue;
      }
      NetDevice upper = world.device(id);
      if (upper.isUp() && upper.driver.filtersOnLower()) {
        if (!upper.mac.equals(dev.mac)) {
          all.add(upper.mac);
        }
        all.addAll(stations(world, upper));
      }
    }
    addAdded(dev, false, all);
    return all;
  }

  private static void addAdded(NetDevice dev, boolean groups, List<Mac> all) {
    for (Mac each : dev.addedAddresses) {
      if (each.isMulticast() == groups) {
        all.add(each);
      }
    }
  }

  /** dev_uc_add_excl, dev_mc_add_excl. */
  public static void add(World world, NetDevice dev, Mac mac) throws Refusal {
    for (Mac each : dev.addedAddresses) {
      if (each.equals(mac)) {
        throw new Refusal(Errno.EEXIST);
      }
    }
    Mac[] more = Arrays.copyOf(dev.addedAddresses, dev.addedAddresses.length + 1);
    more[more.length - 1] = mac;
    dev.addedAddresses = more;
    LinkState.refreshFilters(world, dev);
  }

  /** dev_uc_del, dev_mc_del. */
  public static void remove(World world, NetDevice dev, Mac mac) throws Refusal {
    List<Mac> fewer = new ArrayList<>(List.of(dev.addedAddresses));
    if (!fewer.remove(mac)) {
      throw new Refusal(Errno.ENOENT);
    }
    dev.addedAddresses = fewer.toArray(NetDevice.NO_ADDRESSES);
    LinkState.refreshFilters(world, dev);
  }
}
