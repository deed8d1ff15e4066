package vethlab.sim.ipv4;

import java.util.List;
import vethlab.op.view.AddrView;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Pictures of this room's tables for the Kernel port. Under construction. */
public final class AddrViews {
  private AddrViews() {}

  public static List<AddrView> addresses(World world, Netns netns) {
    return List.of();
  }
}
