package vethlab.sim.fib;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class RuleControl {
  private RuleControl() {}

  public static Result add(World world, Netns netns, Op.RuleAdd op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }

  public static Result delete(World world, Netns netns, Op.RuleDel op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
