package vethlab.sim.neigh;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.NudState;
import vethlab.op.view.NeighView;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Mac;

/** Pictures of this room's tables for the Kernel port. */
public final class NeighViews {
  private static final long SECOND = 1_000_000_000L;

  private NeighViews() {}

  public static List<NeighView> neighbours(World world, Netns netns) {
    List<NeighView> all = new ArrayList<>();
    for (Neighbour each : netns.neighbours.all()) {
      NetDevice dev = world.device(each.dev);
      all.add(
          new NeighView(
              each.ip,
              dev.ifindex,
              dev.name,
              each.state.valid() ? each.mac : Mac.ZERO,
              each.state,
              false,
              false,
              each.isTimed() ? 1 : 0,
              since(world, each.used),
              since(world, each.confirmed),
              since(world, each.updated),
              each.probes));
    }
    for (NeighTable.Proxy each : netns.neighbours.proxies()) {
      NetDevice dev = world.device(each.dev());
      all.add(
          new NeighView(
              each.ip(),
              dev.ifindex,
              dev.name,
              Mac.ZERO,
              NudState.NONE,
              true,
              false,
              0,
              0,
              0,
              0,
              0));
    }
    return all;
  }

  private static long since(World world, long then) {
    return (world.now() - then) / SECOND;
  }
}
