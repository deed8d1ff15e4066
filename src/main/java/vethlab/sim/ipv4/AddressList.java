package vethlab.sim.ipv4;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.Result;
import vethlab.sim.Alarm;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.fib.AddressRoutes;
import vethlab.sim.fib.LinkRoutes;
import vethlab.sim.ipv4.InDevice.IfAddr;
import vethlab.sim.neigh.NeighEvents;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.Refusal;
import vethlab.sim.netfilter.nat.MasqueradePurge;
import vethlab.wire.Ip4;

/**
 * The addresses of a device and what hears of them: devinet.c __inet_insert_ifa, __inet_del_ifa,
 * check_lifetime; fib_frontend.c fib_inetaddr_event.
 */
final class AddressList {
  private static final long SECOND = 1_000_000_000L;
  private static final long FOREVER = 0xffffffffL;

  private AddressList() {}

  /** __inet_insert_ifa. */
  static Result insert(World world, Netns netns, NetDevice dev, IfAddr given) {
    dev.ipv4.settle();
    if (given.local().isAny()) {
      return Result.OK;
    }
    List<IfAddr> list = new ArrayList<>(dev.ipv4.addresses);
    boolean secondary = false;
    int behindPrimaries = 0;
    for (int i = 0; i < list.size(); i++) {
      IfAddr each = list.get(i);
      if (!each.secondary() && given.scope() <= each.scope()) {
        behindPrimaries = i + 1;
      }
      if (each.prefixLength() == given.prefixLength() && given.holds(each.peer())) {
        if (each.local().equals(given.local())) {
          return Result.refused(Errno.EEXIST, "ipv4: Address already assigned");
        }
        if (each.scope() != given.scope()) {
          return Result.refused(Errno.EINVAL, "ipv4: Invalid scope value");
        }
        secondary = true;
      }
    }
    Result checked = Refusal.resultOf(() -> dev.driver.checkAddress(world, dev, given.local()));
    if (checked instanceof Result.Refused) {
      return checked;
    }
    IfAddr address = given.withSecondary(secondary);
    list.add(secondary ? list.size() : behindPrimaries, address);
    dev.ipv4.addresses = List.copyOf(list);
    netns.ip.assigned(address.local().bits(), dev.id);
    announce(world, netns, dev, address);
    watch(world, dev, address);
    return Result.OK;
  }

  /** NETDEV_UP of the address. */
  private static void announce(World world, Netns netns, NetDevice dev, IfAddr address) {
    AddressRoutes.added(world, netns, dev, address);
    LinkRoutes.up(netns, dev);
  }

  /** __inet_del_ifa: a primary takes its secondaries along, unless the next of them is promoted. */
  static void delete(World world, Netns netns, NetDevice dev, IfAddr address) {
    if (address.secondary()) {
      unlink(world, netns, dev, address);
      return;
    }
    List<IfAddr> same = secondariesOf(dev, address);
    if (!same.isEmpty() && Conf.or(netns, dev, Ipv4Conf.PROMOTE_SECONDARIES)) {
      promote(world, netns, dev, address, same);
      return;
    }
    for (IfAddr each : same) {
      unlink(world, netns, dev, each);
    }
    unlink(world, netns, dev, address);
  }

  private static List<IfAddr> secondariesOf(NetDevice dev, IfAddr primary) {
    List<IfAddr> same = new ArrayList<>();
    for (IfAddr each : dev.ipv4.addresses) {
      if (each.secondary()
          && each.prefixLength() == primary.prefixLength()
          && each.holds(primary.peer())) {
        same.add(each);
      }
    }
    return same;
  }

  private static void promote(
      World world, Netns netns, NetDevice dev, IfAddr address, List<IfAddr> same) {
    for (IfAddr each : same) {
      AddressRoutes.deleted(world, netns, dev, each, Optional.of(address));
    }
    IfAddr promoted = same.get(0).withSecondary(false);
    List<IfAddr> list = new ArrayList<>(dev.ipv4.addresses);
    list.remove(same.get(0));
    int lastPrimary = list.indexOf(address);
    for (int i = lastPrimary + 1; i < list.size(); i++) {
      IfAddr each = list.get(i);
      if (!each.secondary() && address.scope() <= each.scope()) {
        lastPrimary = i;
      }
    }
    list.add(lastPrimary + 1, promoted);
    dev.ipv4.addresses = List.copyOf(list);
    unlink(world, netns, dev, address);
    announce(world, netns, dev, promoted);
    for (IfAddr each : same.subList(1, same.size())) {
      AddressRoutes.added(world, netns, dev, each);
    }
  }

  /** Takes one address out and announces that (NETDEV_DOWN of the address). */
  private static void unlink(World world, Netns netns, NetDevice dev, IfAddr address) {
    List<IfAddr> list = new ArrayList<>(dev.ipv4.addresses);
    list.remove(address);
    dev.ipv4.addresses = List.copyOf(list);
    netns.ip.unassigned(world, netns, address.local().bits());
    AddressRoutes.deleted(world, netns, dev, address, Optional.empty());
    MasqueradePurge.addressRemoved(world, netns, dev, address.local());
    if (list.isEmpty()) {
      LinkRoutes.disable(netns, dev);
      NeighEvents.down(world, netns, dev);
    }
  }

  /** inetdev_destroy: the device loses IPv4 altogether. */
  static void clear(World world, Netns netns, NetDevice dev) {
    while (!dev.ipv4.addresses.isEmpty()) {
      unlink(world, netns, dev, dev.ipv4.addresses.get(0));
    }
  }

  /** An address that is there gets new lifetimes and metric. */
  static void renew(World world, NetDevice dev, IfAddr old, IfAddr given) {
    if (old.metric() != given.metric()) {
      AddressRoutes.changeMetric(world, world.netns(dev.netns), dev, old, given.metric());
    }
    IfAddr renewed = old.withLifetime(given);
    replace(dev, old, renewed);
    watch(world, dev, renewed);
  }

  static void replace(NetDevice dev, IfAddr old, IfAddr with) {
    List<IfAddr> list = new ArrayList<>(dev.ipv4.addresses);
    list.set(list.indexOf(old), with);
    dev.ipv4.addresses = List.copyOf(list);
  }

  private static void watch(World world, NetDevice dev, IfAddr address) {
    if (address.validSeconds() != FOREVER) {
      long end = address.sinceNanos() + address.validSeconds() * SECOND;
      world.schedule(end, new Expiry(dev.id, address.local(), end));
    }
  }

  /** The valid lifetime of an address is over. */
  private record Expiry(int dev, Ip4 local, long end) implements Alarm {
    @Override
    public void fire(World world) {
      if (!world.hasDevice(dev)) {
        return;
      }
      NetDevice device = world.device(dev);
      for (IfAddr each : device.ipv4.addresses) {
        if (each.local().equals(local)
            && each.validSeconds() != FOREVER
            && each.sinceNanos() + each.validSeconds() * SECOND <= end) {
          delete(world, world.netns(device.netns), device, each);
          return;
        }
      }
    }
  }
}
