package vethlab.sim.ipv4;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** Under construction. */
public final class IpOutput {
  private IpOutput() {}

  public static Stage localOut(World world, Skb skb) {
    return Stage.DONE;
  }

  public static Stage output(World world, Skb skb) {
    return Stage.DONE;
  }

  public static Stage finish(World world, Skb skb) {
    return Stage.DONE;
  }
}
