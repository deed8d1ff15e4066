package vethlab.sim.netfilter;

import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.ConntrackFilter;
import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.view.ConntrackView;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netfilter.conntrack.ConntrackText;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

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
                world.now(), each -> matches(op.filter(), ConntrackText.view(each, world.now())));
    return removed > 0 ? Result.OK : Result.refused(Errno.ENOENT);
  }

  private static boolean matches(ConntrackFilter filter, ConntrackView view) {
    return is(filter.protocol(), view.protocol())
        && within(filter.originalSource(), view.original().src())
        && within(filter.originalDestination(), view.original().dst())
        && within(filter.replySource(), view.reply().src())
        && within(filter.replyDestination(), view.reply().dst())
        && is(filter.originalSourcePort(), view.original().sport())
        && is(filter.originalDestinationPort(), view.original().dport())
        && filter.state().map(state -> state.equals(view.state())).orElse(true)
        && (filter.mark().isEmpty() || filter.mark().getAsInt() == (int) view.mark());
  }

  private static boolean is(OptionalInt wanted, int value) {
    return wanted.isEmpty() || wanted.getAsInt() == value;
  }

  private static boolean within(Optional<Prefix> wanted, Ip4 address) {
    return wanted.map(prefix -> prefix.contains(address)).orElse(true);
  }
}
