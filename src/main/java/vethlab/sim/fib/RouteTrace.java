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
    Row row =
        route.row().isEmpty()
            ? Row.NONE
            : new Row(Row.Table.ROUTE, RouteText.table(route.table()), 0, route.row());
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
    List<Lost> others = new ArrayList<>();
    Ip4 dst = new Ip4(flow.dst);
    for (FibTable table : netns.fib.tables().reversed()) {
      for (FibRoute row : table.all()) {
        if (row.table == route.table() && RouteText.of(world, row).equals(route.row())) {
          winners.add(row);
        } else if (row.to.contains(dst)) {
          holders.add(row);
        } else {
          others.add(new Lost(row(world, row), Why.of("route.lost.elsewhere", dst)));
        }
      }
    }
    List<Lost> lost = new ArrayList<>();
    for (FibRoute row : holders) {
      lost.add(new Lost(row(world, row), why(world, netns, flow, row, winners)));
    }
    lost.addAll(others.subList(0, Math.clamp(MOST_LOST - lost.size(), 0, others.size())));
    return lost;
  }

  private static Row row(World world, FibRoute row) {
    return new Row(Row.Table.ROUTE, RouteText.table(row.table), 0, RouteText.of(world, row));
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
