package vethlab.sim.bridge;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class FdbControl {
  private FdbControl() {}

  public static Result add(World world, Netns netns, Op.FdbAdd op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }

  public static Result delete(World world, Netns netns, Op.FdbDel op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
