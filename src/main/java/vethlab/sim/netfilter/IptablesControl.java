package vethlab.sim.netfilter;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class IptablesControl {
  private IptablesControl() {}

  public static Result apply(World world, Netns netns, Op.Iptables op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }

  public static Result restore(World world, Netns netns, Op.IptRestore op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
