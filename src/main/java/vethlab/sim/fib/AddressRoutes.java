package vethlab.sim.fib;

import java.util.List;
import java.util.Optional;
import vethlab.op.Route;
import vethlab.op.Route.RouteMetrics;
import vethlab.op.Route.RouteType;
import vethlab.op.RouteVerb;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.InDevice.IfAddr;
import vethlab.sim.neigh.NeighEvents;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/**
 * The routes that an address brings: its own, its subnet's, its broadcast's. fib_frontend.c
 * fib_add_ifaddr, fib_del_ifaddr, fib_magic.
 */
public final class AddressRoutes {
  private AddressRoutes() {}

  /** fib_add_ifaddr. */
  public static void added(World world, Netns netns, NetDevice dev, IfAddr address) {
    Optional<IfAddr> primary = primaryOf(dev, address);
    if (primary.isEmpty()) {
      return;
    }
    IfAddr prim = primary.get();
    Prefix subnet = subnet(address);
    add(world, netns, dev, RouteType.LOCAL, new Prefix(address.local(), 32), prim, 0);
    if (!dev.isUp()) {
      return;
    }
    if (!address.broadcast().isAny() && !address.broadcast().isLimitedBroadcast()) {
      broadcast(world, netns, dev, address.broadcast(), prim);
    }
    if (address.secondary() || !hasSubnet(address)) {
      return;
    }
    if (!address.noPrefixRoute()) {
      add(world, netns, dev, subnetType(dev), subnet, prim, address.metric());
    }
    if (address.prefixLength() < 31) {
      broadcast(world, netns, dev, subnet.broadcast(), prim);
    }
  }

  /**
   * fib_del_ifaddr: {@code address} has been taken out of the device's list, or is about to be
   * promoted in place of {@code deleted}.
   */
  public static void deleted(
      World world, Netns netns, NetDevice dev, IfAddr address, Optional<IfAddr> deleted) {
    Optional<IfAddr> primary = deleted.isPresent() ? deleted : primaryOf(dev, address);
    if (primary.isEmpty()) {
      return;
    }
    IfAddr prim = primary.get();
    boolean subnet = !address.secondary() && hasSubnet(address);
    if (subnet && !address.noPrefixRoute()) {
      remove(world, netns, dev, subnetType(dev), subnet(address), prim);
    }
    Kept kept = new Kept(dev, address, prim, deleted);
    if (!kept.broadcast) {
      remove(world, netns, dev, RouteType.BROADCAST, new Prefix(address.broadcast(), 32), prim);
    }
    if (subnet && address.prefixLength() < 31 && !kept.subnetBroadcast) {
      Prefix last = new Prefix(subnet(address).broadcast(), 32);
      remove(world, netns, dev, RouteType.BROADCAST, last, prim);
    }
    if (!kept.local) {
      remove(world, netns, dev, RouteType.LOCAL, new Prefix(address.local(), 32), prim);
      boolean gone = !dev.ipv4.addresses.contains(address);
      RouteType still = AddressType.seenFrom(world, netns, dev, address.local().bits());
      if (gone && still != RouteType.LOCAL) {
        int table = L3Master.table(world, dev, Route.MAIN);
        LinkRoutes.sourceGone(netns, address.local(), table);
      }
    }
  }

  /** fib_modify_prefix_metric: the subnet's route gets another metric. */
  public static void changeMetric(
      World world, Netns netns, NetDevice dev, IfAddr address, long metric) {
    if (!dev.isUp() || address.secondary() || address.noPrefixRoute() || !hasSubnet(address)) {
      return;
    }
    Prefix subnet = subnet(address);
    add(world, netns, dev, subnetType(dev), subnet, address, metric);
    Route old = route(world, dev, subnetType(dev), subnet, address, address.metric());
    RouteControl.delete(world, netns, old);
  }

  /** What other addresses of the device still need of what goes with an address. */
  private static final class Kept {
    private boolean local;
    private boolean broadcast;
    private boolean subnetBroadcast;

    Kept(NetDevice dev, IfAddr address, IfAddr prim, Optional<IfAddr> deleted) {
      Ip4 last = subnet(address).broadcast();
      for (IfAddr other : dev.ipv4.addresses) {
        boolean ofTheDeleted = deleted.isPresent() && sameSubnet(other, deleted.get());
        if (other == address || ofTheDeleted) {
          continue;
        }
        IfAddr itsPrimary = primaryOf(dev, other).orElse(other);
        if (!itsPrimary.local().equals(prim.local())) {
          continue;
        }
        local |= address.local().equals(other.local());
        broadcast |= address.broadcast().equals(other.broadcast());
        subnetBroadcast |= last.equals(other.broadcast());
        if (!other.secondary() && other.prefixLength() < 31) {
          Ip4 otherLast = subnet(other).broadcast();
          broadcast |= address.broadcast().equals(otherLast);
          subnetBroadcast |= last.equals(otherLast);
        }
      }
    }
  }

  private static boolean sameSubnet(IfAddr a, IfAddr b) {
    return a.prefixLength() == b.prefixLength() && b.holds(a.peer());
  }

  /** inet_ifa_byprefix: the address itself, or the primary of a secondary. */
  private static Optional<IfAddr> primaryOf(NetDevice dev, IfAddr address) {
    if (!address.secondary()) {
      return Optional.of(address);
    }
    for (IfAddr each : dev.ipv4.addresses) {
      if (!each.secondary() && sameSubnet(each, address)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static Prefix subnet(IfAddr address) {
    return new Prefix(address.peer(), address.prefixLength()).network();
  }

  private static boolean hasSubnet(IfAddr address) {
    Prefix subnet = subnet(address);
    return !subnet.address().isAny()
        && (!subnet.address().equals(address.local()) || address.prefixLength() < 32);
  }

  private static RouteType subnetType(NetDevice dev) {
    return dev.isLoopback() ? RouteType.LOCAL : RouteType.UNICAST;
  }

  private static void broadcast(World world, Netns netns, NetDevice dev, Ip4 to, IfAddr prim) {
    add(world, netns, dev, RouteType.BROADCAST, new Prefix(to, 32), prim, 0);
    NeighEvents.invalidate(world, netns, dev, to);
  }

  /** fib_magic. */
  private static void add(
      World world,
      Netns netns,
      NetDevice dev,
      RouteType type,
      Prefix to,
      IfAddr prim,
      long metric) {
    Route route = route(world, dev, type, to, prim, metric);
    netns.fib.table(route.table());
    try {
      FibRoute made = new RouteMaker(world, netns, route).make();
      RouteControl.insert(netns, made, RouteVerb.APPEND);
    } catch (RouteRefused refused) {
      // The kernel does not look at the result either.
      return;
    }
  }

  private static void remove(
      World world, Netns netns, NetDevice dev, RouteType type, Prefix to, IfAddr prim) {
    Route route = route(world, dev, type, to, prim, 0);
    if (netns.fib.hasTable(route.table())) {
      RouteControl.delete(world, netns, route);
    }
  }

  private static Route route(
      World world, NetDevice dev, RouteType type, Prefix to, IfAddr prim, long metric) {
    int usual = type == RouteType.UNICAST ? Route.MAIN : Route.LOCAL;
    int scope = type == RouteType.LOCAL ? Route.SCOPE_HOST : Route.SCOPE_LINK;
    return new Route(
        type,
        to,
        0,
        L3Master.table(world, dev, usual),
        Route.PROTO_KERNEL,
        scope,
        metric,
        Optional.of(prim.local()),
        List.of(new Route.NextHop(Optional.empty(), Optional.of(dev.name), 1, 0)),
        RouteMetrics.NONE);
  }
}
