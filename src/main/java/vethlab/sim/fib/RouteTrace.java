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
            skb,
            row,
            lost(world, netns, flow.dst, route),
            function,
            why,
            new Ip4(flow.dst),
            out,
            via);
  }

  private static List<Lost> lost(World world, Netns netns, int dst, RouteDecision route) {
    List<Lost> lost = new ArrayList<>();
    List<Lost> others = new ArrayList<>();
    for (FibTable table : netns.fib.tables().reversed()) {
      for (FibRoute row : table.all()) {
        String text = RouteText.of(world, row);
        if (text.equals(route.row()) && row.table == route.table()) {
          continue;
        }
        boolean holds = row.to.contains(new Ip4(dst));
        Row as = new Row(Row.Table.ROUTE, RouteText.table(table.id), 0, text);
        if (holds) {
          lost.add(new Lost(as, Why.of(row.isDead() ? "route.lost.dead" : "route.lost.shorter")));
        } else {
          others.add(new Lost(as, Why.of("route.lost.elsewhere", new Ip4(dst))));
        }
      }
    }
    for (int i = 0; i < others.size() && lost.size() < MOST_LOST; i++) {
      lost.add(others.get(i));
    }
    return lost;
  }
}
