package vethlab.sim.fib;

import vethlab.op.NudState;
import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.World;

/**
 * Of several default routes of one metric, the first whose gateway answers: fib_trie.c
 * fib_select_default, fib_semantics.c fib_detect_death.
 */
final class DefaultRoutes {
  private DefaultRoutes() {}

  static FibResult.Found choose(World world, Netns netns, FibResult.Found found, Flow flow) {
    FibRoute route = found.route();
    if (route.to.length() != 0 || route.type != RouteType.UNICAST || flow.oif != 0) {
      return found;
    }
    FibRoute[] rows = netns.fib.table(route.table).rows(route.to);
    if (rows.length < 2) {
      return found;
    }
    for (FibRoute row : rows) {
      if (row.tos == route.tos && row.metric == route.metric && answers(netns, row)) {
        return row.through(0);
      }
    }
    return found;
  }

  private static boolean answers(Netns netns, FibRoute row) {
    if (row.type != RouteType.UNICAST
        || row.isDead()
        || row.hops[0].gateway().isAny()
        || row.hops[0].scope() != Route.SCOPE_LINK) {
      return false;
    }
    NudState state = netns.neighbours.state(row.hops[0].dev(), row.hops[0].gateway().bits());
    return state.valid();
  }
}
