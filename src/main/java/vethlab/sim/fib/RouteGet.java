package vethlab.sim.fib;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.op.view.RouteAnswer;
import vethlab.op.view.RouteQuery;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;

/** {@code ip route get}: route.c inet_rtm_getroute, rt_fill_info. */
public final class RouteGet {
  private static final long SECOND = 1_000_000_000L;

  private RouteGet() {}

  public static RouteAnswer answer(World world, Netns netns, RouteQuery query) {
    Flow flow = Flow.to(query.to().bits());
    flow.src = from(query).orElse(Ip4.ANY).bits();
    flow.tos = query.tos() & 0xfc;
    flow.mark = (int) query.mark();
    flow.protocol = query.protocol().orElse(0);
    flow.sourcePort = query.sport().orElse(0);
    flow.destinationPort = query.dport().orElse(0);
    Optional<NetDevice> oif = query.oif().flatMap(name -> world.device(netns, name));
    Optional<NetDevice> iif = query.iif().flatMap(name -> world.device(netns, name));
    if (query.oif().isPresent() && oif.isEmpty() || query.iif().isPresent() && iif.isEmpty()) {
      return refused(Errno.ENODEV);
    }
    flow.oif = oif.map(dev -> dev.id).orElse(0);
    if (query.fibMatch()) {
      return match(world, netns, flow, iif);
    }
    return iif.isPresent()
        ? received(world, netns, flow, query, iif.get())
        : made(world, netns, flow, query);
  }

  private static Optional<Ip4> from(RouteQuery query) {
    return query.from().filter(ip -> !ip.isAny());
  }

  private static RouteAnswer match(World world, Netns netns, Flow flow, Optional<NetDevice> iif) {
    flow.iif = iif.map(dev -> dev.id).orElse(0);
    return switch (Lookup.lookup(world, netns, flow)) {
      case FibResult.Found found -> {
        FibRoute route = found.route();
        yield new RouteAnswer.Match(RouteViews.route(world, route, table(netns, route.table)));
      }
      case FibResult.Failed failed -> refused(failed.errno());
    };
  }

  private static RouteAnswer made(World world, Netns netns, Flow flow, RouteQuery query) {
    return switch (RouteOutput.route(world, netns, flow)) {
      case RouteOutput.Answer.Failed failed -> refused(failed.errno());
      case RouteOutput.Answer.Ok ok ->
          found(world, netns, query.to(), from(query), flow, ok.route());
    };
  }

  static RouteAnswer.Found found(
      World world, Netns netns, Ip4 to, Optional<Ip4> from, Flow flow, RouteDecision route) {
    Optional<Ip4> source = from.isPresent() ? Optional.empty() : Optional.of(route.source());
    boolean group = route.isBroadcast() || route.isMulticast() && netns.sysctls.isJoined(to.bits());
    boolean local = route.isLocal() || group || world.device(route.outDev()).isLoopback();
    return new RouteAnswer.Found(
        route.type(),
        to,
        from,
        gateway(route),
        world.device(route.outDev()).name,
        table(netns, route.table()),
        source,
        0,
        Optional.empty(),
        metrics(route),
        local,
        route.isBroadcast(),
        route.redirect(),
        flow.mark,
        tos(world, netns, flow),
        expires(world, netns, flow, to));
  }

  /** An entry of the cache: nobody sent it, so it has neither source nor owner. */
  static RouteAnswer.Found cached(
      World world, Netns netns, Ip4 to, Flow flow, RouteDecision route) {
    return new RouteAnswer.Found(
        route.type(),
        to,
        Optional.empty(),
        gateway(route),
        world.device(route.outDev()).name,
        table(netns, route.table()),
        Optional.empty(),
        -1,
        Optional.empty(),
        metrics(route),
        false,
        false,
        route.redirect(),
        0,
        0,
        expires(world, netns, flow, to));
  }

  private static Optional<Long> expires(World world, Netns netns, Flow flow, Ip4 to) {
    if (!(Lookup.lookup(world, netns, flow) instanceof FibResult.Found found)) {
      return Optional.empty();
    }
    long left = netns.fib.exceptions().find(found.hop(), to.bits()).expires() - world.now();
    return left > 0 ? Optional.of(left / SECOND) : Optional.empty();
  }

  private static RouteAnswer received(
      World world, Netns netns, Flow flow, RouteQuery query, NetDevice iif) {
    flow.iif = iif.id;
    flow.oif = 0;
    return switch (RouteInput.route(world, netns, flow, RouteInput.Asker.IP)) {
      case InputRoute.Martian martian -> refused(Errno.EINVAL);
      case InputRoute.NoRoute none -> refused(none.errno());
      case RouteDecision route -> {
        boolean mine = route.type() != RouteType.UNICAST;
        String dev = world.device(mine ? netns.loopback : route.outDev()).name;
        yield new RouteAnswer.Found(
            route.type(),
            query.to(),
            from(query),
            gateway(route),
            dev,
            table(netns, route.table()),
            Optional.empty(),
            0,
            query.iif(),
            metrics(route),
            mine,
            route.isBroadcast(),
            route.redirect(),
            flow.mark,
            tos(world, netns, flow),
            Optional.empty());
      }
    };
  }

  /** Local and main are one table, called main, until somebody adds a rule. */
  private static int table(Netns netns, int table) {
    boolean merged = table == Route.LOCAL && !netns.fib.hasCustomRules();
    return merged || table == 0 ? Route.MAIN : table;
  }

  /** The answer shows the tos of the route that was found, not that of the question. */
  private static int tos(World world, Netns netns, Flow flow) {
    return Lookup.lookup(world, netns, flow) instanceof FibResult.Found found
        ? found.route().tos
        : 0;
  }

  private static Route.RouteMetrics metrics(RouteDecision route) {
    return new Route.RouteMetrics(
        route.mtu(), route.mtuLocked(), route.advmss(), 0, 0, route.hopLimit());
  }

  private static Optional<Ip4> gateway(RouteDecision route) {
    return Optional.of(route.gateway()).filter(gw -> !gw.isAny());
  }

  private static RouteAnswer refused(Errno errno) {
    return new RouteAnswer.Refused(new Result.Refused(errno, ""));
  }
}
