package vethlab.sim.neigh;

import java.util.List;
import vethlab.op.view.NeighView;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Pictures of this room's tables for the Kernel port. Under construction. */
public final class NeighViews {
  private NeighViews() {}

  public static List<NeighView> neighbours(World world, Netns netns) {
    return List.of();
  }
}
