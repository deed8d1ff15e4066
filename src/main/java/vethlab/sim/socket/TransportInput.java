package vethlab.sim.socket;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** Under construction. */
public final class TransportInput {
  private TransportInput() {}

  public static Stage deliver(World world, Skb skb) {
    return Stage.DONE;
  }
}
