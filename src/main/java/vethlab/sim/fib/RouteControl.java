package vethlab.sim.fib;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteType;
import vethlab.op.RouteVerb;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/**
 * {@code ip route add} and its like: fib_frontend.c inet_rtm_newroute, inet_rtm_delroute,
 * fib_trie.c fib_table_insert, fib_table_delete.
 */
public final class RouteControl {
  private static final FibRoute[] NONE = new FibRoute[0];

  private RouteControl() {}

  public static Result change(World world, Netns netns, Op.RouteChange op) {
    Route route = withTable(op.route());
    Result valid = checkRequest(route);
    if (!valid.ok()) {
      return valid;
    }
    if (op.verb() == RouteVerb.DELETE) {
      if (!netns.fib.hasTable(route.table())) {
        return Result.refused(Errno.ESRCH, "FIB table does not exist");
      }
      return delete(world, netns, route);
    }
    netns.fib.table(route.table());
    try {
      FibRoute made = new RouteMaker(world, netns, route).make();
      Result result = insert(netns, made, op.verb());
      if (result.ok() && route.type() == RouteType.LOCAL) {
        netns.fib.customLocalRoute();
      }
      return result;
    } catch (RouteRefused refused) {
      return refused.result();
    }
  }

  private static Route withTable(Route route) {
    return route.table() > 0
        ? route
        : new Route(
            route.type(),
            route.to(),
            route.tos(),
            Route.MAIN,
            route.protocol(),
            route.scope(),
            route.metric(),
            route.source(),
            route.hops(),
            route.metrics());
  }

  /** rtm_to_fib_config. */
  private static Result checkRequest(Route route) {
    if ((route.tos() & 3) != 0) {
      return Result.refused(Errno.EINVAL, "Invalid dsfield (tos): ECN bits must be 0");
    }
    if (!route.to().network().equals(route.to())) {
      return Result.refused(Errno.EINVAL, "Invalid prefix for given prefix length");
    }
    return Result.OK;
  }

  /** fib_table_insert. */
  static Result insert(Netns netns, FibRoute made, RouteVerb verb) {
    FibTable table = netns.fib.table(made.table);
    FibRoute[] rows = table.rows(made.to);
    int first = firstNotBefore(rows, made.tos, made.metric);
    int end = first;
    int same = -1;
    while (end < rows.length && rows[end].tos == made.tos && rows[end].metric == made.metric) {
      if (same < 0 && rows[end].sameAs(made)) {
        same = end;
      }
      end++;
    }
    if (end > first) {
      if (verb == RouteVerb.ADD) {
        return Result.refused(Errno.EEXIST);
      }
      if (verb == RouteVerb.REPLACE || verb == RouteVerb.CHANGE) {
        return replace(table, rows, first, same, made);
      }
      if (same >= 0) {
        return Result.refused(Errno.EEXIST);
      }
    }
    if (verb == RouteVerb.CHANGE) {
      return Result.refused(Errno.ENOENT);
    }
    table.put(made.to, with(rows, verb == RouteVerb.APPEND ? end : first, made));
    return Result.OK;
  }

  private static Result replace(
      FibTable table, FibRoute[] rows, int first, int same, FibRoute made) {
    if (same >= 0) {
      return same == first ? Result.OK : Result.refused(Errno.EEXIST);
    }
    FibRoute[] next = rows.clone();
    next[first] = made;
    table.put(made.to, next);
    return Result.OK;
  }

  /** fib_find_alias: rows are ordered by falling tos, then rising metric. */
  private static int firstNotBefore(FibRoute[] rows, int tos, long metric) {
    int at = 0;
    while (at < rows.length
        && (rows[at].tos > tos || (rows[at].tos == tos && rows[at].metric < metric))) {
      at++;
    }
    return at;
  }

  private static FibRoute[] with(FibRoute[] rows, int at, FibRoute made) {
    FibRoute[] next = new FibRoute[rows.length + 1];
    System.arraycopy(rows, 0, next, 0, at);
    next[at] = made;
    System.arraycopy(rows, at, next, at + 1, rows.length - at);
    return next;
  }

  static FibRoute[] without(FibRoute[] rows, int at) {
    if (rows.length == 1) {
      return NONE;
    }
    FibRoute[] next = new FibRoute[rows.length - 1];
    System.arraycopy(rows, 0, next, 0, at);
    System.arraycopy(rows, at + 1, next, at, next.length - at);
    return next;
  }

  /** fib_table_delete: the first row that is all the request says. */
  static Result delete(World world, Netns netns, Route wanted) {
    FibTable table = netns.fib.table(wanted.table());
    Prefix to = wanted.to().network();
    FibRoute[] rows = table.rows(to);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].tos == wanted.tos() && isMeant(world, netns, rows[i], wanted)) {
        table.put(to, without(rows, i));
        return Result.OK;
      }
    }
    return Result.refused(Errno.ESRCH);
  }

  private static boolean isMeant(World world, Netns netns, FibRoute row, Route wanted) {
    int scope = wanted.scope() < 0 ? Route.SCOPE_NOWHERE : wanted.scope();
    Ip4 source = wanted.source().orElse(Ip4.ANY);
    return (wanted.type() == RouteType.UNSPEC || row.type == wanted.type())
        && (scope == Route.SCOPE_NOWHERE || row.scope == scope)
        && (source.isAny() || row.source.equals(source))
        && (wanted.protocol() == Route.PROTO_UNSPEC || row.protocol == wanted.protocol())
        && (wanted.metric() == 0 || row.metric == wanted.metric())
        && hopsMatch(world, netns, row, wanted)
        && (wanted.metrics().mtu() == 0 || wanted.metrics().mtu() == row.metrics.mtu());
  }

  /** fib_nh_match. */
  private static boolean hopsMatch(World world, Netns netns, FibRoute row, Route wanted) {
    if (wanted.hops().isEmpty()) {
      return true;
    }
    if (wanted.hops().size() > row.hops.length) {
      return false;
    }
    for (int i = 0; i < wanted.hops().size(); i++) {
      NextHop hop = wanted.hops().get(i);
      int dev =
          hop.dev().isEmpty() ? 0 : world.device(netns, hop.dev().get()).map(d -> d.id).orElse(-1);
      boolean sameDev = dev == 0 || dev == row.hops[i].dev();
      boolean sameGateway =
          hop.gateway().isEmpty() || hop.gateway().get().equals(row.hops[i].gateway());
      if (!sameDev || !sameGateway) {
        return false;
      }
    }
    return true;
  }
}
