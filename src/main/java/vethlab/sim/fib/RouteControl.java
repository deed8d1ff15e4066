package vethlab.sim.fib;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class RouteControl {
  private RouteControl() {}

  public static Result change(World world, Netns netns, Op.RouteChange op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
