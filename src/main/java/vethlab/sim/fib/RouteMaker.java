package vethlab.sim.fib;

import java.util.List;
import vethlab.op.Errno;
import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteMetrics;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;

/**
 * Makes a table's row of a request and refuses what cannot be: fib_semantics.c fib_create_info,
 * fib_check_nh. Not modelled: nexthop objects, encapsulation, IPv6 gateways.
 */
final class RouteMaker {
  private static final int MOST_MTU = 65535 - 15;
  private static final int MOST_ADVMSS = 65535 - 40;
  private static final int MOST_HOPLIMIT = 255;

  private static final String BAD_GATEWAY = "Nexthop has invalid gateway";

  private final World world;
  private final Netns netns;
  private final Route route;
  private final int scope;

  RouteMaker(World world, Netns netns, Route route) {
    this.world = world;
    this.netns = netns;
    this.route = route;
    this.scope = scope(route);
  }

  /** What iproute2 asks for when no scope is given. */
  static int scope(Route route) {
    if (route.scope() >= 0) {
      return route.scope();
    }
    return switch (route.type()) {
      case LOCAL -> Route.SCOPE_HOST;
      case BROADCAST, MULTICAST, ANYCAST -> Route.SCOPE_LINK;
      case UNICAST, UNSPEC -> {
        boolean direct =
            route.hops().size() <= 1
                && (route.hops().isEmpty() || route.hops().get(0).gateway().isEmpty());
        yield direct ? Route.SCOPE_LINK : Route.SCOPE_GLOBAL;
      }
      default -> Route.SCOPE_GLOBAL;
    };
  }

  FibRoute make() throws RouteRefused {
    if (leastScope(route.type()) > scope) {
      throw new RouteRefused(Errno.EINVAL, "Invalid scope");
    }
    for (NextHop hop : route.hops()) {
      if ((hop.flags() & (NextHop.DEAD | NextHop.LINKDOWN)) != 0) {
        throw new RouteRefused(
            Errno.EINVAL, "Invalid rtm_flags - can not contain DEAD or LINKDOWN");
      }
    }
    FibHop[] hops = refuses(route.type()) ? noHops() : hops();
    Ip4 source = route.source().orElse(Ip4.ANY);
    if (!source.isAny() && !isOwn(source)) {
      throw new RouteRefused(Errno.EINVAL, "Invalid prefsrc address");
    }
    return new FibRoute(
        route.type(),
        route.to(),
        route.tos(),
        route.table(),
        route.protocol(),
        scope,
        route.metric(),
        source,
        hops,
        withinBounds(route.metrics()),
        downFlag(hops),
        localDev(hops));
  }

  /** ip_metrics_convert: what is too large becomes the largest. */
  private static RouteMetrics withinBounds(RouteMetrics of) {
    return new RouteMetrics(
        Math.min(of.mtu(), MOST_MTU),
        of.mtuLocked(),
        Math.min(of.advmss(), MOST_ADVMSS),
        of.window(),
        of.rtt(),
        Math.min(of.hoplimit(), MOST_HOPLIMIT));
  }

  private FibHop[] noHops() throws RouteRefused {
    if (!route.hops().isEmpty()) {
      throw new RouteRefused(
          Errno.EINVAL, "Gateway, device and multipath can not be specified for this route type");
    }
    return new FibHop[0];
  }

  private FibHop[] hops() throws RouteRefused {
    if (scope > Route.SCOPE_HOST) {
      throw new RouteRefused(Errno.EINVAL, "Invalid scope");
    }
    List<NextHop> asked =
        route.hops().isEmpty()
            ? List.of(new NextHop(java.util.Optional.empty(), java.util.Optional.empty(), 1, 0))
            : route.hops();
    if (scope == Route.SCOPE_HOST) {
      return new FibHop[] {hostHop(asked)};
    }
    FibHop[] hops = new FibHop[asked.size()];
    for (int i = 0; i < hops.length; i++) {
      NextHop hop = asked.get(i);
      hops[i] = hop.gateway().filter(gw -> !gw.isAny()).isEmpty() ? direct(hop) : viaGateway(hop);
    }
    return hops;
  }

  /** A local address' route: its next hop leads nowhere, so a link that goes down spares it. */
  private FibHop hostHop(List<NextHop> asked) throws RouteRefused {
    if (asked.size() != 1) {
      throw new RouteRefused(Errno.EINVAL, "Route with host scope can not have multiple nexthops");
    }
    NextHop hop = asked.get(0);
    if (hop.gateway().isPresent()) {
      throw new RouteRefused(Errno.EINVAL, "Route with host scope can not have a gateway");
    }
    NetDevice dev = device(hop);
    return new FibHop(netns.fib.nextHopId(), dev.id, Ip4.ANY, Route.SCOPE_NOWHERE, hop.weight(), 0);
  }

  /** fib_check_nh_nongw. */
  private FibHop direct(NextHop hop) throws RouteRefused {
    if ((hop.flags() & NextHop.ONLINK) != 0) {
      throw new RouteRefused(
          Errno.EINVAL, "Invalid flags for nexthop - PERVASIVE and ONLINK can not be set");
    }
    NetDevice dev = device(hop);
    if (!dev.isUp()) {
      throw new RouteRefused(Errno.ENETDOWN, "Device for nexthop is not up");
    }
    return new FibHop(
        netns.fib.nextHopId(), dev.id, Ip4.ANY, Route.SCOPE_HOST, hop.weight(), linkFlag(dev));
  }

  /** fib_check_nh_v4_gw. */
  private FibHop viaGateway(NextHop hop) throws RouteRefused {
    Ip4 gateway = hop.gateway().orElse(Ip4.ANY);
    if ((hop.flags() & NextHop.ONLINK) != 0) {
      return onlink(hop, gateway);
    }
    Flow flow = Flow.to(gateway.bits());
    flow.scope = Math.max(scope + 1, Route.SCOPE_LINK);
    flow.oif = hop.dev().isPresent() ? device(hop).id : 0;
    if (!(wayTo(flow) instanceof FibResult.Found found)) {
      throw new RouteRefused(Errno.ENETUNREACH, BAD_GATEWAY);
    }
    if (found.type() != RouteType.UNICAST && found.type() != RouteType.LOCAL) {
      throw new RouteRefused(Errno.EINVAL, BAD_GATEWAY);
    }
    NetDevice dev = world.device(found.hop().dev());
    if (!dev.isUp()) {
      throw new RouteRefused(Errno.ENETDOWN);
    }
    return new FibHop(
        netns.fib.nextHopId(),
        dev.id,
        gateway,
        found.route().scope,
        hop.weight(),
        hop.flags() & NextHop.ONLINK | linkFlag(dev));
  }

  private FibResult wayTo(Flow flow) {
    Lookup.LinkState ignored = Lookup.LinkState.IGNORED;
    if (route.table() != Route.MAIN && netns.fib.hasTable(route.table())) {
      FibResult there = Lookup.inTable(world, netns, route.table(), flow, ignored);
      if (there instanceof FibResult.Found) {
        return there;
      }
    }
    return Lookup.lookup(world, netns, flow, ignored);
  }

  private FibHop onlink(NextHop hop, Ip4 gateway) throws RouteRefused {
    if (scope >= Route.SCOPE_LINK) {
      throw new RouteRefused(Errno.EINVAL, "Nexthop has invalid scope");
    }
    if (hop.dev().isEmpty()) {
      throw new RouteRefused(Errno.ENODEV, "Nexthop device required for onlink");
    }
    NetDevice dev = device(hop);
    if (!dev.isUp()) {
      throw new RouteRefused(Errno.ENETDOWN, "Nexthop device is not up");
    }
    if (AddressType.seenFrom(world, netns, dev, gateway.bits()) != RouteType.UNICAST) {
      throw new RouteRefused(Errno.EINVAL, BAD_GATEWAY);
    }
    return new FibHop(
        netns.fib.nextHopId(),
        dev.id,
        gateway,
        Route.SCOPE_LINK,
        hop.weight(),
        NextHop.ONLINK | linkFlag(dev));
  }

  private NetDevice device(NextHop hop) throws RouteRefused {
    return hop.dev()
        .flatMap(name -> world.device(netns, name))
        .orElseThrow(() -> new RouteRefused(Errno.ENODEV));
  }

  /** fib_valid_prefsrc. */
  private boolean isOwn(Ip4 source) {
    if (route.type() == RouteType.LOCAL && source.equals(route.to().address())) {
      return true;
    }
    if (AddressType.of(world, netns, source.bits()) == RouteType.LOCAL) {
      return true;
    }
    if (route.table() == Route.MAIN || !netns.fib.hasTable(route.table())) {
      return false;
    }
    Flow flow = Flow.to(source.bits());
    return Lookup.inTable(world, netns, route.table(), flow, Lookup.LinkState.HEEDED)
            instanceof FibResult.Found found
        && found.type() == RouteType.LOCAL;
  }

  private static int linkFlag(NetDevice dev) {
    return dev.carrier ? 0 : NextHop.LINKDOWN;
  }

  private static int downFlag(FibHop[] hops) {
    boolean all = hops.length > 0;
    for (FibHop hop : hops) {
      all &= hop.isLinkDown();
    }
    return all ? NextHop.LINKDOWN : 0;
  }

  private int localDev(FibHop[] hops) {
    int vrf = hops.length == 0 ? 0 : L3Master.of(world, world.device(hops[0].dev()));
    return vrf == 0 ? netns.loopback : vrf;
  }

  /** fib_props[].scope. */
  private static int leastScope(RouteType type) {
    return switch (type) {
      case UNSPEC -> Route.SCOPE_NOWHERE;
      case LOCAL -> Route.SCOPE_HOST;
      case BROADCAST, ANYCAST -> Route.SCOPE_LINK;
      default -> Route.SCOPE_GLOBAL;
    };
  }

  private static boolean refuses(RouteType type) {
    return switch (type) {
      case BLACKHOLE, UNREACHABLE, PROHIBIT, THROW -> true;
      default -> false;
    };
  }
}
