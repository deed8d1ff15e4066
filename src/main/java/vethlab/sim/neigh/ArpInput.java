package vethlab.sim.neigh;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** Under construction. */
public final class ArpInput {
  private ArpInput() {}

  public static Stage receive(World world, Skb skb) {
    return Stage.DONE;
  }
}
