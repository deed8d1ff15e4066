package vethlab.sim.ipv4;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.view.AddrView;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.InDevice.IfAddr;
import vethlab.sim.netdev.NetDevice;

/** Pictures of the addresses for the Kernel port, by device, in each device's order. */
public final class AddrViews {
  private static final long SECOND = 1_000_000_000L;

  private AddrViews() {}

  public static List<AddrView> addresses(World world, Netns netns) {
    List<AddrView> all = new ArrayList<>();
    for (NetDevice dev : netns.devices(world)) {
      for (IfAddr each : dev.ipv4.addresses) {
        all.add(view(world, dev, each));
      }
    }
    return all;
  }

  private static AddrView view(World world, NetDevice dev, IfAddr address) {
    return new AddrView(
        dev.ifindex,
        dev.name,
        address.prefix(),
        Optional.of(address.peer()).filter(peer -> !peer.equals(address.local())),
        Optional.of(address.broadcast()).filter(broadcast -> !broadcast.isAny()),
        address.scope(),
        address.label(),
        address.secondary(),
        address.permanent(),
        address.noPrefixRoute(),
        left(world, address, address.validSeconds()),
        left(world, address, address.preferredSeconds()),
        address.metric());
  }

  private static long left(World world, IfAddr address, long seconds) {
    if (seconds == AddrView.FOREVER) {
      return seconds;
    }
    return Math.max(0, seconds - (world.now() - address.sinceNanos()) / SECOND);
  }
}
