package vethlab.sim.fib;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.NudState;
import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.World;

/**
 * Of several default routes of one metric, the first whose gateway is not known to be dead; when
 * all are, each in turn: fib_semantics.c fib_select_default, fib_detect_death.
 */
final class DefaultRoutes {
  private static final int NOBODY = -1;

  private DefaultRoutes() {}

  static FibResult.Found choose(World world, Netns netns, FibResult.Found found, Flow flow) {
    FibRoute route = found.route();
    if (route.to.length() != 0 || route.type != RouteType.UNICAST || flow.oif != 0) {
      return found;
    }
    FibTable table = netns.fib.table(route.table);
    List<FibRoute> candidates = candidates(table, route);
    if (candidates.size() < 2 || candidates.getFirst() != route) {
      return found;
    }
    int chosen = chosen(netns, candidates, table.lastDefault);
    table.lastDefault = chosen;
    return chosen == NOBODY ? found : candidates.get(chosen).through(0);
  }

  private static List<FibRoute> candidates(FibTable table, FibRoute route) {
    List<FibRoute> candidates = new ArrayList<>();
    for (FibRoute row : table.rows(route.to)) {
      if (row.tos == route.tos
          && row.metric == route.metric
          && row.scope == route.scope
          && row.type == RouteType.UNICAST
          && !row.isDead()
          && !row.hops[0].gateway().isAny()
          && row.hops[0].scope() == Route.SCOPE_LINK) {
        candidates.add(row);
      }
    }
    return candidates;
  }

  private static int chosen(Netns netns, List<FibRoute> candidates, int last) {
    int resort = NOBODY;
    for (int order = 0; order < candidates.size(); order++) {
      FibHop hop = candidates.get(order).hops[0];
      if (!netns.neighbours.has(hop.dev(), hop.gateway().bits())) {
        return order;
      }
      NudState state = netns.neighbours.state(hop.dev(), hop.gateway().bits());
      if (state == NudState.REACHABLE || state.valid() && order != last) {
        return order;
      }
      boolean first = resort == NOBODY && order > last && state != NudState.INCOMPLETE;
      if (state.valid() || first) {
        resort = order;
      }
    }
    return resort;
  }
}
