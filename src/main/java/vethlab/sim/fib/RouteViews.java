package vethlab.sim.fib;

import java.util.List;
import vethlab.op.Route;
import vethlab.op.Rule;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Pictures of this room's tables for the Kernel port. Under construction. */
public final class RouteViews {
  private RouteViews() {}

  public static List<Route> routes(World world, Netns netns) {
    return List.of();
  }

  public static List<Rule> rules(World world, Netns netns) {
    return List.of();
  }
}
