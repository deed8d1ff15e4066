package vethlab.sim.bridge;

import vethlab.sim.World;

/**
 * Which VLANs a bridge and its ports have: net/bridge/br_vlan.c br_vlan_add, nbp_vlan_add,
 * br_vlan_filter_toggle. While a bridge has never filtered, its own addresses are not kept in each
 * VLAN (as in a kernel built without VLAN filtering).
 */
final class BridgeVlans {
  private BridgeVlans() {}

  static void addToPort(
      World world, Bridge bridge, BridgePort port, int id, VlanSet.Membership membership) {
    port.vlans = port.vlans.with(id, membership);
    if (bridge.vlansInFdb) {
      bridge.fdb.addLocal(port.number, world.device(port.device).mac, id, world.now());
    }
  }

  static void removeFromPort(World world, Bridge bridge, BridgePort port, int id) {
    if (!port.vlans.has(id)) {
      return;
    }
    LocalFdb.findAndDelete(world, bridge, port.number, world.device(port.device).mac, id);
    LocalFdb.forgetLearnt(bridge, port.number, id);
    port.vlans = port.vlans.without(id);
  }

  static void addToBridge(World world, Bridge bridge, int id, VlanSet.Membership membership) {
    bridge.vlans = bridge.vlans.with(id, membership);
    if (bridge.vlansInFdb) {
      bridge.fdb.addLocal(0, world.device(bridge.device).mac, id, world.now());
    }
  }

  static void removeFromBridge(World world, Bridge bridge, int id) {
    if (!bridge.vlans.has(id)) {
      return;
    }
    LocalFdb.findAndDelete(world, bridge, 0, world.device(bridge.device).mac, id);
    LocalFdb.forgetLearnt(bridge, 0, id);
    bridge.vlans = bridge.vlans.without(id);
  }

  /** br_vlan_filter_toggle. */
  static void setFiltering(World world, Bridge bridge, boolean on) {
    bridge.vlanFiltering = on;
    if (!on || bridge.vlansInFdb) {
      return;
    }
    bridge.vlansInFdb = true;
    LocalFdb.add(world, bridge, 0, world.device(bridge.device).mac, bridge.vlans);
    for (BridgePort port : bridge.ports()) {
      LocalFdb.add(world, bridge, port.number, world.device(port.device).mac, port.vlans);
    }
  }

  /** __br_vlan_set_default_pvid: whoever still has the old one as it was gets the new one. */
  static void setDefaultPvid(World world, Bridge bridge, int pvid) {
    int old = bridge.defaultPvid;
    if (bridge.vlans.isDefault(old) || old == 0) {
      replaceOnBridge(world, bridge, old, pvid);
    }
    for (BridgePort port : bridge.ports()) {
      if (old == 0 || port.vlans.isDefault(old)) {
        replaceOnPort(world, bridge, port, old, pvid);
      }
    }
    bridge.defaultPvid = pvid;
  }

  private static void replaceOnBridge(World world, Bridge bridge, int old, int pvid) {
    if (pvid != 0 && bridge.vlans.has(pvid)) {
      return;
    }
    if (pvid != 0) {
      addToBridge(world, bridge, pvid, VlanSet.Membership.DEFAULT);
    }
    if (old != 0) {
      removeFromBridge(world, bridge, old);
    }
  }

  private static void replaceOnPort(
      World world, Bridge bridge, BridgePort port, int old, int pvid) {
    if (pvid != 0 && port.vlans.has(pvid)) {
      return;
    }
    if (pvid != 0) {
      addToPort(world, bridge, port, pvid, VlanSet.Membership.DEFAULT);
    }
    if (old != 0) {
      removeFromPort(world, bridge, port, old);
    }
  }
}
