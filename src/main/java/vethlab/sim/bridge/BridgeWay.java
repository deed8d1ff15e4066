package vethlab.sim.bridge;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** Under construction. */
public final class BridgeWay {
  private BridgeWay() {}

  public static Stage advance(World world, Skb skb) {
    return Stage.DONE;
  }
}
