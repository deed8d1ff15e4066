package vethlab.sim.bridge;

import java.util.List;
import vethlab.op.view.BridgeVlanView;
import vethlab.op.view.FdbView;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Pictures of this room's tables for the Kernel port. Under construction. */
public final class BridgeViews {
  private BridgeViews() {}

  public static List<FdbView> fdb(World world, Netns netns) {
    return List.of();
  }

  public static List<BridgeVlanView> vlans(World world, Netns netns) {
    return List.of();
  }
}
