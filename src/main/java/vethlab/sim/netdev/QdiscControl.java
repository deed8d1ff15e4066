package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class QdiscControl {
  private QdiscControl() {}

  public static Result set(World world, Netns netns, Op.QdiscSet op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }

  public static Result delete(World world, Netns netns, Op.QdiscDel op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
