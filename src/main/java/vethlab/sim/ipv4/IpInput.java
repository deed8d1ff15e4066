package vethlab.sim.ipv4;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** Under construction. */
public final class IpInput {
  private IpInput() {}

  public static Stage receive(World world, Skb skb) {
    return Stage.DONE;
  }

  public static Stage route(World world, Skb skb) {
    return Stage.DONE;
  }

  public static Stage localDeliver(World world, Skb skb) {
    return Stage.DONE;
  }
}
