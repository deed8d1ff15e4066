package vethlab.sim.fib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Rule;
import vethlab.op.view.RouteAnswer;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.Conf;
import vethlab.sim.ipv4.Ipv4Conf;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;

/** Pictures of this room's tables for the Kernel port. */
public final class RouteViews {
  private RouteViews() {}

  /** Every table's routes in the order of a dump. */
  public static List<Route> routes(World world, Netns netns) {
    List<Route> all = new ArrayList<>();
    for (FibTable table : netns.fib.tables()) {
      for (FibRoute route : table.all()) {
        all.add(route(world, route));
      }
    }
    return all;
  }

  /** The numbers of the tables that exist, in the order of a dump. */
  public static List<Integer> tables(World world, Netns netns) {
    List<Integer> all = new ArrayList<>();
    for (FibTable table : netns.fib.tables()) {
      all.add(table.id);
    }
    return all;
  }

  public static List<Rule> rules(World world, Netns netns) {
    List<Rule> all = new ArrayList<>();
    for (Rules.FibRule each : netns.fib.rules().all()) {
      all.add(each.rule());
    }
    return all;
  }

  /** What was learned about single destinations: {@code ip route show cache}. */
  public static List<RouteAnswer.Found> cache(World world, Netns netns) {
    List<RouteAnswer.Found> all = new ArrayList<>();
    for (Exceptions.Learned each : netns.fib.exceptions().values()) {
      boolean current = world.hasDevice(each.dev()) && world.now() < each.expires();
      if (!current) {
        continue;
      }
      Flow flow = Flow.to(each.dst().bits());
      if (RouteOutput.route(world, netns, flow) instanceof RouteOutput.Answer.Ok ok) {
        all.add(RouteGet.cached(world, netns, each.dst(), flow, ok.route()));
      }
    }
    return all;
  }

  /** fib_nexthop_info: a next hop without carrier counts as dead where such are not used. */
  private static int flags(World world, FibHop hop) {
    NetDevice dev = world.device(hop.dev());
    boolean ignored =
        hop.isLinkDown()
            && Conf.or(world.netns(dev.netns), dev, Ipv4Conf.IGNORE_ROUTES_WITH_LINKDOWN);
    return ignored ? hop.flags() | NextHop.DEAD : hop.flags();
  }

  static Route route(World world, FibRoute route) {
    return route(world, route, route.table);
  }

  static Route route(World world, FibRoute route, int table) {
    List<NextHop> hops = new ArrayList<>(route.hops.length);
    for (FibHop hop : route.hops) {
      hops.add(
          new NextHop(
              Optional.of(hop.gateway()).filter(gw -> !gw.isAny()),
              Optional.of(world.device(hop.dev()).name),
              hop.weight(),
              flags(world, hop)));
    }
    return new Route(
        route.type,
        route.to,
        route.tos,
        table,
        route.protocol,
        route.scope,
        route.metric,
        Optional.of(route.source).filter(source -> !source.equals(Ip4.ANY)),
        hops,
        route.metrics);
  }
}
