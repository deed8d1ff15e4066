package vethlab.sim.fib;

import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.sim.Netns;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;

/**
 * What links do to routes: fib_semantics.c fib_sync_down_dev, fib_sync_up, fib_sync_down_addr, then
 * fib_frontend.c fib_flush.
 */
public final class LinkRoutes {
  private LinkRoutes() {}

  /** The device went down: its routes go, those of its own addresses stay. */
  public static void down(Netns netns, NetDevice dev) {
    int lost = NextHop.DEAD | NextHop.LINKDOWN;
    mark(netns, dev, lost, Spare.LOCAL_ADDRESSES);
    flush(netns);
  }

  /** The device lost its last address or is removed: every route over it goes. */
  public static void disable(Netns netns, NetDevice dev) {
    mark(netns, dev, NextHop.DEAD | NextHop.LINKDOWN, Spare.NOTHING);
    flush(netns);
  }

  /** The device is removed: routes with several next hops go too. */
  public static void removed(Netns netns, NetDevice dev) {
    change(netns, route -> uses(route, dev) ? withFlags(route, NextHop.DEAD) : route);
    flush(netns);
  }

  /** The carrier went: routes are only marked, and still used. */
  public static void carrierLost(Netns netns, NetDevice dev) {
    mark(netns, dev, NextHop.LINKDOWN, Spare.LOCAL_ADDRESSES);
  }

  public static void carrierFound(Netns netns, NetDevice dev) {
    revive(netns, dev, NextHop.LINKDOWN);
  }

  /** The device is up: dead next hops of routes with several come back. */
  public static void up(Netns netns, NetDevice dev) {
    revive(netns, dev, NextHop.DEAD | (dev.isRunning() ? NextHop.LINKDOWN : 0));
  }

  /** A local address is gone, and with it the table's routes that prefer it as source. */
  static void sourceGone(Netns netns, Ip4 address, int table) {
    change(
        netns,
        route ->
            route.source.equals(address) && route.table == table
                ? withFlags(route, route.flags | NextHop.DEAD)
                : route);
    flush(netns);
  }

  /** Whether next hops of local addresses (scope nowhere) are left alone. */
  private enum Spare {
    LOCAL_ADDRESSES,
    NOTHING
  }

  private static void mark(Netns netns, NetDevice dev, int flag, Spare spare) {
    change(
        netns,
        route -> {
          if (!uses(route, dev)) {
            return route;
          }
          FibHop[] hops = route.hops.clone();
          int lost = 0;
          for (int i = 0; i < hops.length; i++) {
            boolean spared =
                spare == Spare.LOCAL_ADDRESSES && hops[i].scope() == Route.SCOPE_NOWHERE;
            if (hops[i].isDead()) {
              lost++;
            } else if (hops[i].dev() == dev.id && !spared) {
              hops[i] = hops[i].withFlags(hops[i].flags() | flag);
              lost++;
            }
          }
          return route.withHops(hops, lost == hops.length ? route.flags | flag : route.flags);
        });
  }

  private static void revive(Netns netns, NetDevice dev, int flags) {
    if (!dev.isUp()) {
      return;
    }
    change(
        netns,
        route -> {
          if (!uses(route, dev)) {
            return route;
          }
          FibHop[] hops = route.hops.clone();
          boolean alive = false;
          for (int i = 0; i < hops.length; i++) {
            if (hops[i].dev() == dev.id) {
              hops[i] = hops[i].withFlags(hops[i].flags() & ~flags);
            }
            alive |= (hops[i].flags() & flags) == 0;
          }
          return route.withHops(hops, alive ? route.flags & ~flags : route.flags);
        });
  }

  private static boolean uses(FibRoute route, NetDevice dev) {
    for (FibHop hop : route.hops) {
      if (hop.dev() == dev.id) {
        return true;
      }
    }
    return false;
  }

  private static FibRoute withFlags(FibRoute route, int flags) {
    return route.withHops(route.hops, flags);
  }

  /** fib_flush: dead routes are taken out. */
  private static void flush(Netns netns) {
    for (FibTable table : netns.fib.tables()) {
      for (FibRoute[] rows : table.lists()) {
        FibRoute[] left = rows;
        for (int i = left.length - 1; i >= 0; i--) {
          if (left[i].isDead()) {
            left = RouteControl.without(left, i);
          }
        }
        if (left != rows) {
          table.put(rows[0].to, left);
        }
      }
    }
  }

  private static void change(Netns netns, java.util.function.UnaryOperator<FibRoute> how) {
    for (FibTable table : netns.fib.tables()) {
      for (FibRoute[] rows : table.lists()) {
        FibRoute[] next = rows;
        for (int i = 0; i < rows.length; i++) {
          FibRoute changed = how.apply(rows[i]);
          if (changed != rows[i]) {
            next = next == rows ? rows.clone() : next;
            next[i] = changed;
          }
        }
        if (next != rows) {
          table.put(rows[0].to, next);
        }
      }
    }
  }
}
