package vethlab.sim.netfilter;

import java.util.List;
import vethlab.op.view.ConntrackView;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netfilter.conntrack.ConntrackText;

/** Pictures of the connections for the Kernel port, the oldest first. */
public final class ConntrackViews {
  private ConntrackViews() {}

  public static List<ConntrackView> connections(World world, Netns netns) {
    return netns.netfilter.conntrack().living(world.now()).stream()
        .map(each -> ConntrackText.view(each, world.now()))
        .toList();
  }
}
