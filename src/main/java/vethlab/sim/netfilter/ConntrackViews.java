package vethlab.sim.netfilter;

import java.util.List;
import vethlab.op.view.ConntrackView;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Pictures of this room's tables for the Kernel port. Under construction. */
public final class ConntrackViews {
  private ConntrackViews() {}

  public static List<ConntrackView> connections(World world, Netns netns) {
    return List.of();
  }
}
