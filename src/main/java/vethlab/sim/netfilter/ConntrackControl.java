package vethlab.sim.netfilter;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netfilter.conntrack.ConntrackText;

/** Connections are forgotten: nf_conntrack_netlink.c ctnetlink_del_conntrack. */
public final class ConntrackControl {
  private ConntrackControl() {}

  public static Result flush(World world, Netns netns, Op.ConntrackFlush op) {
    netns.netfilter.conntrack().removeIf(world.now(), each -> true);
    return Result.OK;
  }

  public static Result delete(World world, Netns netns, Op.ConntrackDelete op) {
    int removed =
        netns
            .netfilter
            .conntrack()
            .removeIf(
                world.now(), each -> op.filter().matches(ConntrackText.view(each, world.now())));
    return removed > 0 ? Result.OK : Result.refused(Errno.ENOENT);
  }
}
