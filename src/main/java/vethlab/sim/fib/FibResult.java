package vethlab.sim.fib;

import vethlab.op.Errno;
import vethlab.op.Route.RouteType;

/** What a lookup says: struct fib_result, or the error of a route that refuses. */
public sealed interface FibResult {
  /**
   * @param decision the way it gives, before a source address or anything learned is put in
   */
  record Found(FibRoute route, FibHop hop, RouteDecision decision) implements FibResult {
    public RouteType type() {
      return route.type;
    }
  }

  /**
   * @param errno EAGAIN: not in this table, or a throw route
   * @param by the route that refused
   */
  record Failed(Errno errno, FibRoute by) implements FibResult {
    /** Stands for the row where none decided. */
    static final FibRoute NOBODY =
        new FibRoute(
            RouteType.UNSPEC,
            new vethlab.wire.Prefix(vethlab.wire.Ip4.ANY, 0),
            0,
            0,
            0,
            0,
            0,
            vethlab.wire.Ip4.ANY,
            new FibHop[0],
            vethlab.op.Route.RouteMetrics.NONE,
            0,
            0);

    /** No route in this table. */
    static final Failed NOT_HERE = new Failed(Errno.EAGAIN, NOBODY);

    /** No route in any table. */
    static final Failed NO_ROUTE = new Failed(Errno.ENETUNREACH, NOBODY);

    static final Failed RULE_BLACKHOLE = new Failed(Errno.EINVAL, NOBODY);
    static final Failed RULE_UNREACHABLE = new Failed(Errno.ENETUNREACH, NOBODY);
    static final Failed RULE_PROHIBIT = new Failed(Errno.EACCES, NOBODY);

    /** Whether a route refused, rather than that there was none. */
    boolean isByRoute() {
      return by != NOBODY;
    }
  }
}
