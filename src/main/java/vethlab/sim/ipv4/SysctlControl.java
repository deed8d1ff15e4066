package vethlab.sim.ipv4;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class SysctlControl {
  private SysctlControl() {}

  public static Result set(World world, Netns netns, Op.SysctlSet op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
