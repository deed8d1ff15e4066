package vethlab.sim.fib;

import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;

/**
 * What an address is to this machine: its own, a broadcast, somebody else's. fib_frontend.c
 * inet_addr_type, inet_addr_type_dev_table, inet_dev_addr_type.
 */
public final class AddressType {
  private AddressType() {}

  public static RouteType of(World world, Netns netns, int address) {
    return in(world, netns, Route.LOCAL, address, 0);
  }

  /** In the table of the device's vrf where it has one. */
  public static RouteType seenFrom(World world, Netns netns, NetDevice dev, int address) {
    return in(world, netns, L3Master.table(world, dev, Route.LOCAL), address, 0);
  }

  /** Counts only what is on that device itself. */
  public static RouteType on(World world, Netns netns, NetDevice dev, int address) {
    return in(world, netns, L3Master.table(world, dev, Route.LOCAL), address, dev.id);
  }

  /** Nothing of this machine's can have the address; said without a lookup. */
  public static boolean isPlainlyForeign(Netns netns, int address) {
    return !netns.fib.hasCustomLocalRoutes()
        && !netns.fib.hasCustomRules()
        && address >>> 24 != 127
        && !netns.ip.isOwn(address);
  }

  private static RouteType in(World world, Netns netns, int table, int address, int onlyDev) {
    if (address == 0 || address == -1) {
      return RouteType.BROADCAST;
    }
    if (address >>> 28 == 0xe) {
      return RouteType.MULTICAST;
    }
    if (!netns.fib.hasTable(table)) {
      return RouteType.BROADCAST;
    }
    Flow flow = Flow.to(address);
    FibResult result =
        table == Route.LOCAL && !netns.fib.hasCustomRules()
            ? Lookup.lookup(world, netns, flow)
            : Lookup.inTable(world, netns, table, flow, Lookup.LinkState.HEEDED);
    return result instanceof FibResult.Found found && (onlyDev == 0 || found.hop().dev() == onlyDev)
        ? found.type()
        : RouteType.UNICAST;
  }
}
