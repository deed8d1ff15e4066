package vethlab.op.view;

import java.util.Optional;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.wire.Ip4;

/** What {@code ip route get} says. */
public sealed interface RouteAnswer {
  /**
   * @param table as the kernel reports it: the tables local and main are one, and called main,
   *     until a rule is added
   * @param uid whose rules counted, -1 for an entry of the cache
   * @param redirect with an iif: the sender would be told of a better gateway; else: the gateway
   *     was learned so
   * @param metrics the route's own, with a learnt path MTU in place of its mtu
   */
  record Found(
      Route.RouteType type,
      Ip4 to,
      Optional<Ip4> from,
      Optional<Ip4> via,
      String dev,
      int table,
      Optional<Ip4> source,
      int uid,
      Optional<String> iif,
      Route.RouteMetrics metrics,
      boolean cachedLocal,
      boolean cachedBroadcast,
      boolean redirect,
      long mark,
      int tos,
      Optional<Long> expiresSeconds)
      implements RouteAnswer {}

  /** The route itself, where {@code fibmatch} asked for it. */
  record Match(Route route) implements RouteAnswer {}

  record Refused(Result.Refused why) implements RouteAnswer {}
}
