package vethlab.sim.ipv4;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** Under construction. */
public final class IpForward {
  private IpForward() {}

  public static Stage forward(World world, Skb skb) {
    return Stage.DONE;
  }

  public static Stage finish(World world, Skb skb) {
    return Stage.DONE;
  }
}
