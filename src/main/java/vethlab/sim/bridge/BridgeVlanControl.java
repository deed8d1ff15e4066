package vethlab.sim.bridge;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class BridgeVlanControl {
  private BridgeVlanControl() {}

  public static Result add(World world, Netns netns, Op.BridgeVlanAdd op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }

  public static Result delete(World world, Netns netns, Op.BridgeVlanDel op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
