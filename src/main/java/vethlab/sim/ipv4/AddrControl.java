package vethlab.sim.ipv4;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
public final class AddrControl {
  private AddrControl() {}

  public static Result add(World world, Netns netns, Op.AddrAdd op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }

  public static Result delete(World world, Netns netns, Op.AddrDel op) {
    return Result.refused(Errno.EOPNOTSUPP);
  }
}
