package vethlab.sim.fib;

import vethlab.op.Errno;
import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteMetrics;
import vethlab.op.Route.RouteType;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/**
 * One row of a routing table, an immutable value: struct fib_alias with its struct fib_info. What a
 * lookup answers with is made once, here.
 */
public final class FibRoute {
  final RouteType type;
  final Prefix to;
  final int tos;
  final int table;
  final int protocol;
  final int scope;
  final long metric;

  /** The preferred source, {@link Ip4#ANY} where none was given. */
  final Ip4 source;

  final FibHop[] hops;
  final RouteMetrics metrics;

  /** RTNH_F_DEAD and RTNH_F_LINKDOWN of the whole route. */
  final int flags;

  /** The device that local destinations are reached by: lo, or the vrf. */
  final int localDev;

  /** Remembered by {@link RouteText#row}, to be quick. */
  RouteText.Printed printed = RouteText.Printed.NOT_YET;

  private final FibResult.Failed failure;
  private final FibResult.Found[] found;

  FibRoute(
      RouteType type,
      Prefix to,
      int tos,
      int table,
      int protocol,
      int scope,
      long metric,
      Ip4 source,
      FibHop[] hops,
      RouteMetrics metrics,
      int flags,
      int localDev) {
    this.type = type;
    this.to = to.network();
    this.tos = tos;
    this.table = table;
    this.protocol = protocol;
    this.scope = scope;
    this.metric = metric;
    this.source = source;
    this.hops = hops;
    this.metrics = metrics;
    this.flags = flags;
    this.localDev = localDev;
    this.failure = failure();
    this.found = new FibResult.Found[hops.length];
    for (int i = 0; i < hops.length; i++) {
      found[i] = new FibResult.Found(this, hops[i], decision(hops[i]));
    }
  }

  private FibResult.Failed failure() {
    return switch (type) {
      case BLACKHOLE -> new FibResult.Failed(Errno.EINVAL, this);
      case UNREACHABLE -> new FibResult.Failed(Errno.EHOSTUNREACH, this);
      case PROHIBIT -> new FibResult.Failed(Errno.EACCES, this);
      case THROW -> new FibResult.Failed(Errno.EAGAIN, this);
      default -> FibResult.Failed.NOT_HERE;
    };
  }

  /** rt_set_nexthop: a gateway that is an address of this machine is none (scope host). */
  private RouteDecision decision(FibHop hop) {
    Ip4 gateway = hop.scope() == Route.SCOPE_LINK ? hop.gateway() : Ip4.ANY;
    return new RouteDecision(
        type,
        hop.dev(),
        gateway,
        source,
        metrics.mtu(),
        metrics.mtuLocked(),
        scope,
        table,
        this,
        metrics.hoplimit(),
        metrics.advmss(),
        false);
  }

  /** Whether the route's type refuses (blackhole, unreachable, prohibit, throw). */
  boolean refuses() {
    return failure != FibResult.Failed.NOT_HERE;
  }

  FibResult.Failed refusal() {
    return failure;
  }

  FibResult.Found through(int hop) {
    return found[hop];
  }

  boolean isDead() {
    return (flags & NextHop.DEAD) != 0;
  }

  FibRoute withHops(FibHop[] hops, int flags) {
    return new FibRoute(
        type, to, tos, table, protocol, scope, metric, source, hops, metrics, flags, localDev);
  }

  /** fib_find_info and the alias' type: the same route, whatever its state. */
  boolean sameAs(FibRoute other) {
    return type == other.type && sameInfo(other);
  }

  private boolean sameInfo(FibRoute other) {
    boolean same =
        protocol == other.protocol
            && scope == other.scope
            && metric == other.metric
            && source.equals(other.source)
            && metrics.equals(other.metrics)
            && hops.length == other.hops.length;
    for (int i = 0; same && i < hops.length; i++) {
      same = hops[i].sameAs(other.hops[i]);
    }
    return same;
  }
}
