package vethlab.sim.netdev;

import java.util.List;
import vethlab.op.view.LinkView;
import vethlab.op.view.QdiscView;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Pictures of this room's tables for the Kernel port. Under construction. */
public final class LinkViews {
  private LinkViews() {}

  public static List<LinkView> links(World world, Netns netns) {
    return List.of();
  }

  public static List<QdiscView> qdiscs(World world, Netns netns) {
    return List.of();
  }
}
