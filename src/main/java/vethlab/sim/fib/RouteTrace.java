package vethlab.sim.fib;

import java.util.ArrayList;
import java.util.List;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.trace.Lost;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Why;
import vethlab.wire.Ip4;

/** Steps about routing: the row that decided, and the rows that did not, each with the reason. */
public final class RouteTrace {
  private static final int MOST_LOST = 12;

  private RouteTrace() {}

  /** Call it only while somebody traces. */
  public static void decided(
      World world,
      Netns netns,
      Skb skb,
      Flow flow,
      RouteDecision route,
      String function,
      String why) {
    Row row = route.by() == FibResult.Failed.NOBODY ? Row.NONE : RouteText.row(world, route.by());
    String out = world.hasDevice(route.outDev()) ? world.device(route.outDev()).name : "";
    Object via = route.gateway().isAny() ? new Ip4(flow.dst) : route.gateway();
    world
        .trace()
        .decided(
            skb, row, lost(world, netns, flow, route), function, why, new Ip4(flow.dst), out, via);
  }

  private static List<Lost> lost(World world, Netns netns, Flow flow, RouteDecision route) {
    List<FibRoute> winners = new ArrayList<>();
    List<FibRoute> holders = new ArrayList<>();
    List<FibRoute> others = new ArrayList<>();
    Ip4 dst = new Ip4(flow.dst);
    for (FibTable table : netns.fib.tables().reversed()) {
      for (FibRoute row : table.all()) {
        if (row == route.by() || isSame(row, route.by())) {
          winners.add(row);
        } else if (row.to.contains(dst)) {
          holders.add(row);
        } else {
          others.add(row);
        }
      }
    }
    List<Lost> lost = new ArrayList<>();
    for (FibRoute row : holders) {
      lost.add(new Lost(RouteText.row(world, row), why(world, netns, flow, row, winners)));
    }
    Why elsewhere = Why.of("route.lost.elsewhere", dst);
    for (FibRoute row : others.subList(0, Math.clamp(MOST_LOST - lost.size(), 0, others.size()))) {
      lost.add(new Lost(RouteText.row(world, row), elsewhere));
    }
    return lost;
  }

  /** A route that was looked up earlier may have been made anew since, when a link went down. */
  private static boolean isSame(FibRoute row, FibRoute decided) {
    return row.table == decided.table
        && row.tos == decided.tos
        && row.to.equals(decided.to)
        && row.sameAs(decided);
  }

  /** Why a route that holds the address did not decide. */
  private static Why why(
      World world, Netns netns, Flow flow, FibRoute row, List<FibRoute> winners) {
    if (!row.refuses() && !Lookup.isUsable(world, netns, row, flow)) {
      return Why.of("route.lost.dead");
    }
    if (winners.isEmpty() || row.table != winners.getFirst().table) {
      return Why.of("route.lost.table", RouteText.table(row.table));
    }
    FibRoute winner = winners.getFirst();
    if (row.to.length() != winner.to.length()) {
      return Why.of("route.lost.shorter", row.to.length(), winner.to.length());
    }
    return row.metric == winner.metric
        ? Why.of("route.lost.later")
        : Why.of("route.lost.metric", Long.toString(row.metric), Long.toString(winner.metric));
  }
}
