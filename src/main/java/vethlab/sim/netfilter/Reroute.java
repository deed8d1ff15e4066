package vethlab.sim.netfilter;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.ipv4.IpOutput;
import vethlab.sim.trace.DropReason;

/**
 * A packet made here looks different now and is routed once more: netfilter.c ip_route_me_harder.
 */
public final class Reroute {
  private Reroute() {}

  public static HookVerdict meHarder(World world, Netns netns, Skb skb) {
    Optional<Errno> failed = IpOutput.reroute(world, skb);
    if (failed.isEmpty()) {
      return HookVerdict.ACCEPT;
    }
    world.drop(
        skb,
        DropReason.IP_OUTNOROUTES,
        "ip_route_me_harder",
        "nf.reroute-failed",
        skb.packet.dst());
    return HookVerdict.DROP;
  }
}
