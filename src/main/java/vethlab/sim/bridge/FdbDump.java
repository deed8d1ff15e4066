package vethlab.sim.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.FdbSpec;
import vethlab.op.view.FdbView;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.DeviceAddresses;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Mac;

/**
 * All forwarding entries of a namespace in the kernel's order: by device; of a port first what the
 * bridge knows there, then the device's own. net/core/rtnetlink.c rtnl_fdb_dump, br_fdb_dump.
 */
final class FdbDump {
  private static final long SECOND = 1_000_000_000L;

  private FdbDump() {}

  static List<FdbView> all(World world, Netns netns) {
    List<FdbView> all = new ArrayList<>();
    for (NetDevice dev : netns.devices(world)) {
      if (dev.rxHandler instanceof BridgePortHandler handler) {
        Bridge bridge = (Bridge) world.device(handler.bridge()).driver;
        addEntries(world, bridge, handler.number(), dev, all);
      }
      if (dev.driver.dumpsFdb()) {
        dev.driver.dumpFdb(world, dev, all);
      } else if (!dev.isLoopback()) {
        addOwn(world, dev, all);
      }
      if (dev.driver instanceof Bridge bridge) {
        addEntries(world, bridge, 0, dev, all);
      }
    }
    return all;
  }

  private static void addEntries(
      World world, Bridge bridge, int port, NetDevice dev, List<FdbView> all) {
    bridge.fdb.collect(world.now(), bridge.holdTime());
    for (FdbEntry entry : bridge.fdb.newestFirst()) {
      if (entry.port == port) {
        all.add(view(world, bridge, entry, dev));
      }
    }
  }

  private static FdbView view(World world, Bridge bridge, FdbEntry entry, NetDevice dev) {
    FdbSpec.State state =
        entry.has(FdbEntry.LOCAL)
            ? FdbSpec.State.PERMANENT
            : entry.has(FdbEntry.STATIC)
                ? FdbSpec.State.STATIC
                : isExpired(world, bridge, entry) ? FdbSpec.State.STALE : FdbSpec.State.DYNAMIC;
    FdbSpec spec =
        new FdbSpec(
            entry.mac(),
            dev.name,
            FdbSpec.Target.MASTER,
            entry.vlan(),
            state,
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty());
    return new FdbView(
        spec,
        dev.ifindex,
        world.device(bridge.device).name,
        entry.has(FdbEntry.LOCAL),
        false,
        entry.has(FdbEntry.EXTERN_LEARN),
        entry.has(FdbEntry.STICKY),
        (world.now() - entry.used) / SECOND,
        (world.now() - entry.updated) / SECOND,
        Optional.empty());
  }

  /** has_expired: too old, but the kernel has not come by to collect it. */
  private static boolean isExpired(World world, Bridge bridge, FdbEntry entry) {
    return !entry.stays() && entry.updated + bridge.holdTime() <= world.now();
  }

  private static void addOwn(World world, NetDevice dev, List<FdbView> all) {
    for (Mac mac : DeviceAddresses.filters(world, dev)) {
      FdbSpec spec =
          new FdbSpec(
              mac,
              dev.name,
              FdbSpec.Target.SELF,
              0,
              FdbSpec.State.PERMANENT,
              Optional.empty(),
              OptionalInt.empty(),
              OptionalInt.empty(),
              Optional.empty());
      all.add(
          new FdbView(spec, dev.ifindex, "", true, false, false, false, 0, 0, Optional.empty()));
    }
  }
}
