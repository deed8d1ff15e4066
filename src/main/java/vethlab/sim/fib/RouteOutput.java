package vethlab.sim.fib;

import vethlab.op.Errno;
import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.ipv4.AddressChoice;
import vethlab.sim.ipv4.Conf;
import vethlab.sim.ipv4.Ipv4Conf;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;

/** Where a packet made here goes: route.c ip_route_output_key_hash_rcu, __mkroute_output. */
public final class RouteOutput {
  /** A way, or an errno. */
  public sealed interface Answer {
    record Ok(RouteDecision route) implements Answer {}

    record Failed(Errno errno) implements Answer {
      private static final Failed NET_UNREACHABLE = new Failed(Errno.ENETUNREACH);
      private static final Failed INVALID = new Failed(Errno.EINVAL);
    }
  }

  private RouteOutput() {}

  /**
   * @param flow its {@code src} 0 lets the kernel choose; the route's source says what came of it
   */
  public static Answer route(World world, Netns netns, Flow flow) {
    boolean group = flow.dst == -1 || flow.dst >>> 28 == 0xe;
    if (flow.src != 0) {
      if (flow.src >>> 28 == 0xe || flow.src == -1) {
        return Answer.Failed.INVALID;
      }
      int owner = AddressChoice.owner(world, netns, flow.src);
      if (owner == Skb.NO_DEVICE && !flow.anySource) {
        return Answer.Failed.NET_UNREACHABLE;
      }
      if (flow.oif == 0 && group && owner != Skb.NO_DEVICE) {
        flow.oif = owner;
        return onLink(world, netns, flow);
      }
    }
    if (flow.oif != 0) {
      if (!world.hasDevice(flow.oif)) {
        return new Answer.Failed(Errno.ENODEV);
      }
      NetDevice out = world.device(flow.oif);
      if (!out.isUp()) {
        return Answer.Failed.NET_UNREACHABLE;
      }
      if (flow.dst == -1 || flow.dst >>> 8 == 0xe00000) {
        return onLink(world, netns, flow);
      }
      chooseSource(world, netns, flow, out);
    }
    if (flow.dst == 0) {
      flow.dst = flow.src == 0 ? Ip4.LOOPBACK.bits() : flow.src;
      flow.src = flow.dst;
      return done(world, netns, flow, toSelf(netns, flow.src));
    }
    return throughTables(world, netns, flow);
  }

  private static void chooseSource(World world, Netns netns, Flow flow, NetDevice out) {
    if (flow.src == 0 && (flow.dst >>> 28 == 0xe || flow.dst == 0)) {
      int scope = flow.dst == 0 ? Route.SCOPE_HOST : flow.scope;
      flow.src = AddressChoice.select(world, netns, out, Ip4.ANY, scope).bits();
    }
  }

  private static Answer throughTables(World world, Netns netns, Flow flow) {
    adoptVrf(world, flow);
    return switch (Lookup.lookup(world, netns, flow)) {
      case FibResult.Failed failed -> {
        boolean assumeOnLink =
            flow.oif != 0 && (flow.dst >>> 28 == 0xe || flow.l3mdev == Skb.NO_DEVICE);
        yield assumeOnLink
            ? onLink(world, netns, flow)
            : failed.errno() == Errno.ENETUNREACH
                ? Answer.Failed.NET_UNREACHABLE
                : new Answer.Failed(failed.errno());
      }
      case FibResult.Found found -> found(world, netns, flow, found);
    };
  }

  /** l3mdev_update_flow: a bound vrf is no output device but a table. */
  private static void adoptVrf(World world, Flow flow) {
    if (flow.oif != 0) {
      int vrf = L3Master.of(world, world.device(flow.oif));
      flow.l3mdev = vrf;
      if (vrf == flow.oif) {
        flow.oif = 0;
      }
    }
  }

  private static Answer found(World world, Netns netns, Flow flow, FibResult.Found first) {
    if (first.type() == RouteType.LOCAL) {
      if (flow.src == 0) {
        flow.src = first.route().source.isAny() ? flow.dst : first.route().source.bits();
      }
      RouteDecision decision = first.decision().withOutDev(first.route().localDev);
      return done(world, netns, flow, decision);
    }
    FibResult.Found found = first;
    if (flow.oif == 0) {
      found = Multipath.choose(world, netns, first, flow, Lookup.LinkState.HEEDED);
      found = DefaultRoutes.choose(world, netns, found, flow);
    }
    if (flow.src == 0) {
      flow.src = source(world, netns, flow, found).bits();
    }
    RouteDecision decision = learned(world, netns, flow, found);
    if (flow.dst >>> 28 == 0xe && found.route().to.length() < 4) {
      decision = decision.withGateway(Ip4.ANY);
    }
    return done(world, netns, flow, decision);
  }

  /** fib_select_path: the route's source, but that of its own vrf for a route that leaves it. */
  private static Ip4 source(World world, Netns netns, Flow flow, FibResult.Found found) {
    NetDevice out = world.device(found.hop().dev());
    if (flow.l3mdev != Skb.NO_DEVICE && flow.l3mdev != L3Master.of(world, out)) {
      NetDevice vrf = world.device(flow.l3mdev);
      return AddressChoice.select(world, netns, vrf, Ip4.ANY, Route.SCOPE_LINK);
    }
    if (!found.route().source.isAny()) {
      return found.route().source;
    }
    return AddressChoice.select(world, netns, out, found.hop().gateway(), found.route().scope);
  }

  private static RouteDecision learned(World world, Netns netns, Flow flow, FibResult.Found found) {
    RouteDecision decision = found.decision();
    if (netns.fib.exceptions().isEmpty()) {
      return decision;
    }
    Exceptions.Learned learned = netns.fib.exceptions().find(found.hop(), flow.dst);
    if (!learned.gateway().isAny() && world.now() < learned.expires()) {
      decision = decision.withGateway(learned.gateway()).withRedirect();
    }
    return learned.mtuHolds(world.now())
        ? decision.withMtu(learned.mtu(), learned.mtuLocked())
        : decision;
  }

  /** The tables have no say, or none that helps: the destination is taken to be on the link. */
  private static Answer onLink(World world, Netns netns, Flow flow) {
    if (flow.src == 0) {
      NetDevice out = world.device(flow.oif);
      flow.src = AddressChoice.select(world, netns, out, Ip4.ANY, Route.SCOPE_LINK).bits();
    }
    return done(
        world,
        netns,
        flow,
        new RouteDecision(
            RouteType.UNICAST,
            flow.oif,
            Ip4.ANY,
            Ip4.ANY,
            0,
            false,
            Route.SCOPE_GLOBAL,
            0,
            FibResult.Failed.NOBODY,
            0,
            0,
            false));
  }

  private static RouteDecision toSelf(Netns netns, int source) {
    return new RouteDecision(
        RouteType.LOCAL,
        netns.loopback,
        Ip4.ANY,
        new Ip4(source),
        0,
        false,
        Route.SCOPE_HOST,
        Route.LOCAL,
        FibResult.Failed.NOBODY,
        0,
        0,
        false);
  }

  /** __mkroute_output. */
  private static Answer done(World world, Netns netns, Flow flow, RouteDecision decision) {
    NetDevice out = world.device(decision.outDev());
    if (flow.src >>> 24 == 127
        && !out.isLoopback()
        && out.driver.routingTable() == 0
        && !Conf.or(netns, out, Ipv4Conf.ROUTE_LOCALNET)) {
      return Answer.Failed.INVALID;
    }
    RouteDecision sure = decision;
    if (flow.dst == -1) {
      sure = decision.withType(RouteType.BROADCAST);
    } else if (flow.dst >>> 28 == 0xe) {
      sure = decision.withType(RouteType.MULTICAST);
    } else if (flow.dst == 0) {
      return Answer.Failed.INVALID;
    }
    if (sure.isBroadcast()) {
      sure = sure.withGateway(Ip4.ANY);
    }
    return new Answer.Ok(
        sure.source().bits() == flow.src ? sure : sure.withSource(new Ip4(flow.src)));
  }
}
