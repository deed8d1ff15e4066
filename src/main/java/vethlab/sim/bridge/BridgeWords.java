package vethlab.sim.bridge;

import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.trace.Row;

/** Rows of a bridge's tables as {@code bridge} prints them, for traces. */
final class BridgeWords {
  private static final String[] STATES = {
    "disabled", "listening", "learning", "forwarding", "blocking"
  };

  private BridgeWords() {}

  static String state(int state) {
    return STATES[state];
  }

  static Row row(World world, Bridge bridge, FdbEntry entry) {
    NetDevice self = world.device(bridge.device);
    int device = entry.port == 0 ? bridge.device : bridge.port(entry.port).device;
    String vlan = entry.vlan() == 0 ? "" : " vlan " + entry.vlan();
    String kind =
        entry.has(FdbEntry.LOCAL) ? " permanent" : entry.has(FdbEntry.STATIC) ? " static" : "";
    return new Row(
        Row.Table.FDB,
        self.name,
        0,
        entry.mac() + " dev " + world.device(device).name + vlan + " master " + self.name + kind);
  }

  static Row row(World world, Bridge bridge, BridgePort port) {
    return new Row(
        Row.Table.BRIDGE_PORT,
        world.device(bridge.device).name,
        port.number,
        world.device(port.device).name + " state " + state(port.state));
  }

  /** All ports together: what a flood goes by. */
  static Row ports(World world, Bridge bridge) {
    StringBuilder names = new StringBuilder();
    for (BridgePort port : bridge.ports()) {
      names.append(names.isEmpty() ? "" : " ").append(world.device(port.device).name);
    }
    return new Row(Row.Table.BRIDGE_PORT, world.device(bridge.device).name, 0, names.toString());
  }
}
