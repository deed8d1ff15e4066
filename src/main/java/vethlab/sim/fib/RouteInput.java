package vethlab.sim.fib;

import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.AddressChoice;
import vethlab.sim.ipv4.Conf;
import vethlab.sim.ipv4.Ipv4Conf;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;

/**
 * Where a received packet goes: route.c ip_route_input_slow, __mkroute_input. Not modelled: the
 * route cache of a hop, multicast routing.
 */
public final class RouteInput {
  /** Who asks: an IPv4 packet, or ARP about a packet that could come. */
  public enum Asker {
    IP,
    ARP
  }

  private RouteInput() {}

  /**
   * @param flow with {@code iif} the device it came by
   */
  public static InputRoute route(World world, Netns netns, Flow flow, Asker asker) {
    NetDevice dev = world.device(flow.iif);
    if (flow.dst >>> 28 == 0xe) {
      return multicast(world, netns, dev, flow);
    }
    InputRoute.Martian weird = weird(netns, dev, flow);
    if (weird != InputRoute.Martian.NO) {
      return weird;
    }
    if (flow.dst == -1 || (flow.src == 0 && flow.dst == 0)) {
      return broadcast(world, netns, dev, flow, asker);
    }
    flow.l3mdev = L3Master.of(world, dev);
    return switch (Lookup.lookup(world, netns, flow)) {
      case FibResult.Failed failed -> noRoute(world, dev, failed);
      case FibResult.Found found -> found(world, netns, dev, flow, asker, found);
    };
  }

  /**
   * What came over lo keeps the route it was sent by, and nothing is checked again: a packet made
   * here is for this machine or is thrown away; one from elsewhere, forwarded to lo by a route, is
   * forwarded again, until its TTL is over.
   */
  public static InputRoute ofOneself(World world, Netns netns, Flow flow) {
    NetDevice dev = world.device(flow.iif);
    if (flow.dst == -1) {
      return group(netns, RouteType.BROADCAST, dev);
    }
    if (flow.dst >>> 28 == 0xe) {
      return group(netns, RouteType.MULTICAST, dev);
    }
    flow.l3mdev = L3Master.of(world, dev);
    if (Lookup.lookup(world, netns, flow) instanceof FibResult.Found found) {
      if (found.type() == RouteType.LOCAL) {
        return found.decision();
      }
      if (found.type() == RouteType.BROADCAST) {
        return group(netns, RouteType.BROADCAST, dev);
      }
      if (!AddressChoice.isAssigned(world, netns, flow.src)) {
        return found.decision();
      }
    }
    return InputRoute.Martian.DESTINATION;
  }

  /** Sources and destinations that no wire may carry. */
  private static InputRoute.Martian weird(Netns netns, NetDevice dev, Flow flow) {
    if (flow.src >>> 28 == 0xe || flow.src == -1) {
      return InputRoute.Martian.SOURCE;
    }
    if (flow.dst == -1 || (flow.src == 0 && flow.dst == 0)) {
      return InputRoute.Martian.NO;
    }
    if (flow.src == 0) {
      return InputRoute.Martian.SOURCE;
    }
    if (flow.dst == 0) {
      return InputRoute.Martian.DESTINATION;
    }
    boolean loopback = flow.dst >>> 24 == 127 || flow.src >>> 24 == 127;
    return loopback && !Conf.or(netns, dev, Ipv4Conf.ROUTE_LOCALNET)
        ? InputRoute.Martian.LOOPBACK
        : InputRoute.Martian.NO;
  }

  private static InputRoute found(
      World world, Netns netns, NetDevice dev, Flow flow, Asker asker, FibResult.Found found) {
    if (found.type() == RouteType.BROADCAST && !forwardsBroadcast(netns, dev)) {
      return broadcast(world, netns, dev, flow, asker);
    }
    if (found.type() == RouteType.LOCAL) {
      InputRoute.Martian martian = source(SourceCheck.check(world, netns, dev, flow, 0));
      return martian != InputRoute.Martian.NO ? martian : found.decision();
    }
    if (!Conf.forwards(dev)) {
      return InputRoute.NoRoute.NOT_FORWARDING;
    }
    if (found.type() != RouteType.UNICAST && found.type() != RouteType.BROADCAST) {
      return InputRoute.Martian.DESTINATION;
    }
    return forward(world, netns, dev, flow, asker, found);
  }

  private static boolean forwardsBroadcast(Netns netns, NetDevice dev) {
    return Conf.and(netns, dev, Ipv4Conf.BC_FORWARDING) && Conf.forwards(dev);
  }

  /** __mkroute_input. */
  private static InputRoute forward(
      World world, Netns netns, NetDevice dev, Flow flow, Asker asker, FibResult.Found first) {
    FibResult.Found found = Multipath.choose(world, netns, first, flow, Lookup.LinkState.HEEDED);
    found = DefaultRoutes.choose(world, netns, found, flow);
    SourceCheck.Verdict verdict = SourceCheck.check(world, netns, dev, flow, found.hop().dev());
    InputRoute.Martian martian = source(verdict);
    if (martian != InputRoute.Martian.NO) {
      return martian;
    }
    NetDevice out = world.device(found.hop().dev());
    if (asker == Asker.ARP && out.id == dev.id && !Conf.or(netns, dev, Ipv4Conf.PROXY_ARP_PVLAN)) {
      return InputRoute.Martian.NOT_FOR_ARP;
    }
    RouteDecision decision = learned(world, netns, found, flow);
    if (verdict == SourceCheck.Verdict.DIRECT
        && asker == Asker.IP
        && suggestsRedirect(netns, dev, out, flow, decision)) {
      decision = decision.withRedirect();
    }
    return decision;
  }

  /** The packet leaves by the link it came by, straight to its sender's next hop. */
  private static boolean suggestsRedirect(
      Netns netns, NetDevice dev, NetDevice out, Flow flow, RouteDecision decision) {
    return out.id == dev.id
        && Conf.or(netns, out, Ipv4Conf.SEND_REDIRECTS)
        && (Conf.or(netns, out, Ipv4Conf.SHARED_MEDIA)
            || AddressChoice.isOnLink(out, new Ip4(flow.src), decision.gateway()));
  }

  /** rt_set_nexthop: what was learned about this destination, where forwarding may use it. */
  private static RouteDecision learned(World world, Netns netns, FibResult.Found found, Flow flow) {
    RouteDecision decision = found.decision();
    if (netns.fib.exceptions().isEmpty()) {
      return decision;
    }
    Exceptions.Learned learned = netns.fib.exceptions().find(found.hop(), flow.dst);
    if (!learned.gateway().isAny() && world.now() < learned.expires()) {
      decision = decision.withGateway(learned.gateway());
    }
    if (learned.mtuHolds(world.now())
        && (learned.mtuLocked() || netns.sysctls.get(NetSysctl.IP_FORWARD_USE_PMTU) != 0)) {
      decision = decision.withMtu(learned.mtu(), learned.mtuLocked());
    }
    return decision;
  }

  /** brd_input. */
  private static InputRoute broadcast(
      World world, Netns netns, NetDevice dev, Flow flow, Asker asker) {
    if (asker == Asker.ARP) {
      return InputRoute.Martian.NOT_FOR_ARP;
    }
    if (flow.src != 0) {
      Flow toAnyone = copy(flow);
      toAnyone.dst = 0;
      InputRoute.Martian martian = source(SourceCheck.check(world, netns, dev, toAnyone, 0));
      if (martian != InputRoute.Martian.NO) {
        return martian;
      }
    }
    return group(netns, RouteType.BROADCAST, dev);
  }

  /** ip_route_input_mc: only the group of all hosts is joined. */
  private static InputRoute multicast(World world, Netns netns, NetDevice dev, Flow flow) {
    boolean joined = netns.sysctls.isJoined(flow.dst);
    if (!joined) {
      return InputRoute.Martian.DESTINATION;
    }
    if (flow.src >>> 28 == 0xe || flow.src == -1) {
      return InputRoute.Martian.SOURCE;
    }
    if (flow.src >>> 24 == 127 && !Conf.or(netns, dev, Ipv4Conf.ROUTE_LOCALNET)) {
      return InputRoute.Martian.LOOPBACK;
    }
    if (flow.src != 0) {
      Flow toAnyone = copy(flow);
      toAnyone.dst = 0;
      InputRoute.Martian martian = source(SourceCheck.check(world, netns, dev, toAnyone, 0));
      if (martian != InputRoute.Martian.NO) {
        return martian;
      }
    } else if (flow.dst >>> 8 != 0xe00000) {
      return InputRoute.Martian.SOURCE;
    }
    return group(netns, RouteType.MULTICAST, dev);
  }

  private static RouteDecision group(Netns netns, RouteType type, NetDevice dev) {
    return new RouteDecision(
        type,
        netns.loopback,
        Ip4.ANY,
        Ip4.ANY,
        0,
        false,
        Route.SCOPE_LINK,
        Route.LOCAL,
        FibResult.Failed.NOBODY,
        0,
        0,
        false);
  }

  private static InputRoute noRoute(World world, NetDevice dev, FibResult.Failed failed) {
    if (!Conf.forwards(dev)) {
      return InputRoute.NoRoute.NOT_FORWARDING;
    }
    if (!failed.isByRoute()) {
      return failed == FibResult.Failed.NO_ROUTE
          ? InputRoute.NoRoute.NET_UNREACHABLE
          : new InputRoute.NoRoute(failed.errno(), "");
    }
    String row = world.tracing() ? RouteText.of(world, failed.by()) : "";
    return new InputRoute.NoRoute(failed.errno(), row);
  }

  private static InputRoute.Martian source(SourceCheck.Verdict verdict) {
    return switch (verdict) {
      case DIRECT, FINE -> InputRoute.Martian.NO;
      case LOCAL_SOURCE -> InputRoute.Martian.LOCAL_SOURCE;
      case REVERSE_PATH -> InputRoute.Martian.REVERSE_PATH;
    };
  }

  private static Flow copy(Flow from) {
    Flow copy = Flow.to(from.dst);
    copy.src = from.src;
    copy.iif = from.iif;
    copy.tos = from.tos;
    copy.mark = from.mark;
    copy.protocol = from.protocol;
    copy.sourcePort = from.sourcePort;
    copy.destinationPort = from.destinationPort;
    return copy;
  }
}
