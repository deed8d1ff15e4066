package vethlab.sim.neigh;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** Under construction. */
public final class NeighOutput {
  private NeighOutput() {}

  public static Stage resolve(World world, Skb skb) {
    return Stage.DONE;
  }
}
