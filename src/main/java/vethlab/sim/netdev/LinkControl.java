package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class LinkControl {
  private LinkControl() {}

  public static Result add(World world, Netns netns, Op.LinkAdd op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }

  public static Result delete(World world, Netns netns, Op.LinkDel op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }

  public static Result set(World world, Netns netns, Op.LinkSet op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
