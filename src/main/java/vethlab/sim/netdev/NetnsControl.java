package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class NetnsControl {
  private NetnsControl() {}

  public static Result add(World world, Op.NetnsAdd op) {
    if (world.netns(new Ns(op.name())).isPresent()) {
      return Result.refused(Errno.EEXIST);
    }
    world.addNamespace(new Ns(op.name()));
    return Result.OK;
  }

  public static Result delete(World world, Op.NetnsDel op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }

  public static Result setId(World world, Netns netns, Op.NetnsSetId op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
