package vethlab.sim.socket;

import java.util.List;
import vethlab.op.view.SocketView;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Pictures of this room's tables for the Kernel port. Under construction. */
public final class SocketViews {
  private SocketViews() {}

  public static List<SocketView> sockets(World world, Netns netns) {
    return List.of();
  }
}
