package vethlab.op.view;

import java.util.Optional;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.wire.Ip4;

/** What {@code ip route get} says. */
public sealed interface RouteAnswer {
  record Found(
      Route.RouteType type, Ip4 to, Optional<Ip4> from, Optional<Ip4> via, String dev, int table,
      Optional<Ip4> source, int uid, Optional<String> iif, Optional<Integer> mtu, boolean cachedLocal,
      boolean cachedBroadcast, boolean redirect, long mark, int tos, Optional<Long> expiresSeconds)
      implements RouteAnswer {}

  /** The route itself, where {@code fibmatch} asked for it. */
  record Match(Route route) implements RouteAnswer {}

  record Refused(Result.Refused why) implements RouteAnswer {}
}
