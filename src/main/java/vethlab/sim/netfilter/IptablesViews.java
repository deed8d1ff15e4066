package vethlab.sim.netfilter;

import java.util.List;
import vethlab.op.iptables.Ruleset;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** The tables as iptables-save prints them. Under construction. */
public final class IptablesViews {
  private IptablesViews() {}

  public static Ruleset ruleset(World world, Netns netns) {
    return new Ruleset(List.of());
  }
}
