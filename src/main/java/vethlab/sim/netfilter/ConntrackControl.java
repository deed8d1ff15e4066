package vethlab.sim.netfilter;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class ConntrackControl {
  private ConntrackControl() {}

  public static Result flush(World world, Netns netns, Op.ConntrackFlush op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }

  public static Result delete(World world, Netns netns, Op.ConntrackDelete op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
