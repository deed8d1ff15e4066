package vethlab.sim.neigh;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class NeighControl {
  private NeighControl() {}

  public static Result add(World world, Netns netns, Op.NeighAdd op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }

  public static Result delete(World world, Netns netns, Op.NeighDel op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
