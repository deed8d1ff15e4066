package vethlab.sim.fib;

import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteType;
import vethlab.sim.World;
import vethlab.sim.trace.Row;

/** A route as {@code ip route} prints it, for steps. */
final class RouteText {
  /**
   * What was printed last; it holds while the device has the same name. Steps about thousands of
   * packets share it.
   */
  record Printed(String dev, Row row) {
    static final Printed NOT_YET = new Printed("", Row.NONE);
  }

  private RouteText() {}

  static Row row(World world, FibRoute route) {
    if (route.hops.length != 1 || !world.hasDevice(route.hops[0].dev())) {
      return print(world, route);
    }
    String dev = world.device(route.hops[0].dev()).name;
    Printed printed = route.printed;
    if (!printed.dev.equals(dev)) {
      printed = new Printed(dev, print(world, route));
      route.printed = printed;
    }
    return printed.row;
  }

  private static Row print(World world, FibRoute route) {
    return new Row(Row.Table.ROUTE, table(route.table), 0, of(world, route));
  }

  static String of(World world, FibRoute route) {
    StringBuilder text = new StringBuilder();
    if (route.type != RouteType.UNICAST) {
      text.append(route.type.word()).append(' ');
    }
    text.append(prefix(route));
    if (route.tos != 0) {
      text.append(String.format(" tos 0x%02x", route.tos));
    }
    if (route.hops.length == 1) {
      hop(text, world, route.hops[0]);
    }
    if (route.protocol == Route.PROTO_KERNEL) {
      text.append(" proto kernel");
    }
    if (route.scope == Route.SCOPE_LINK) {
      text.append(" scope link");
    } else if (route.scope == Route.SCOPE_HOST) {
      text.append(" scope host");
    }
    if (!route.source.isAny()) {
      text.append(" src ").append(route.source);
    }
    if (route.metric != 0) {
      text.append(" metric ").append(route.metric);
    }
    if (route.hops.length > 1) {
      for (FibHop hop : route.hops) {
        text.append(" nexthop");
        hop(text, world, hop);
        text.append(" weight ").append(hop.weight());
      }
    }
    return text.toString();
  }

  private static String prefix(FibRoute route) {
    return switch (route.to.length()) {
      case 0 -> "default";
      case 32 -> route.to.address().toString();
      default -> route.to.toString();
    };
  }

  private static void hop(StringBuilder text, World world, FibHop hop) {
    if (!hop.gateway().isAny()) {
      text.append(" via ").append(hop.gateway());
    }
    if (world.hasDevice(hop.dev())) {
      text.append(" dev ").append(world.device(hop.dev()).name);
    }
    if ((hop.flags() & NextHop.ONLINK) != 0) {
      text.append(" onlink");
    }
    if (hop.isLinkDown()) {
      text.append(" linkdown");
    }
  }

  static String table(int table) {
    return switch (table) {
      case Route.LOCAL -> "local";
      case Route.MAIN -> "main";
      case Route.DEFAULT -> "default";
      default -> Integer.toString(table);
    };
  }
}
