package vethlab.sim.bridge;

import vethlab.sim.World;
import vethlab.wire.Mac;

/**
 * The entries for a bridge's own addresses follow its ports and itself: net/bridge/br_fdb.c
 * fdb_delete_local, br_fdb_changeaddr, br_fdb_change_mac_address, br_fdb_delete_by_port.
 */
final class LocalFdb {
  private LocalFdb() {}

  /** fdb_delete_local: another port or the bridge may have the same address and take it over. */
  static void delete(World world, Bridge bridge, int port, FdbEntry entry) {
    Mac mac = entry.mac();
    for (BridgePort other : bridge.ports()) {
      if (other.number != port
          && world.device(other.device).mac.equals(mac)
          && (entry.vlan() == 0 || other.vlans.has(entry.vlan()))) {
        entry.port = other.number;
        entry.flags &= ~FdbEntry.ADDED_BY_USER;
        return;
      }
    }
    if (port != 0
        && world.device(bridge.device).mac.equals(mac)
        && (entry.vlan() == 0 || bridge.vlans.has(entry.vlan()))) {
      entry.port = 0;
      entry.flags &= ~FdbEntry.ADDED_BY_USER;
      return;
    }
    bridge.fdb.delete(entry);
  }

  /** br_fdb_find_delete_local. */
  static void findAndDelete(World world, Bridge bridge, int port, Mac mac, int vlan) {
    FdbEntry entry = bridge.fdb.find(mac, vlan);
    if (entry.has(FdbEntry.LOCAL) && !entry.has(FdbEntry.ADDED_BY_USER) && entry.port == port) {
      delete(world, bridge, port, entry);
    }
  }

  /** A port's own address, also in each of its VLANs. */
  static void add(World world, Bridge bridge, int port, Mac mac, VlanSet vlans) {
    bridge.fdb.addLocal(port, mac, 0, world.now());
    if (bridge.vlansInFdb) {
      for (int at = 0; at < vlans.size(); at++) {
        bridge.fdb.addLocal(port, mac, vlans.id(at), world.now());
      }
    }
  }

  /** br_fdb_changeaddr: the port's device has got another address. */
  static void portAddressChanged(World world, Bridge bridge, BridgePort port, Mac now) {
    for (FdbEntry entry : bridge.fdb.newestFirst()) {
      if (entry.port == port.number
          && entry.has(FdbEntry.LOCAL)
          && !entry.has(FdbEntry.ADDED_BY_USER)) {
        delete(world, bridge, port.number, entry);
      }
    }
    add(world, bridge, port.number, now, port.vlans);
  }

  /** br_fdb_change_mac_address: the bridge is about to have another address. */
  static void bridgeAddressChanges(World world, Bridge bridge, Mac old, Mac now) {
    deleteOwn(world, bridge, old, 0);
    bridge.fdb.addLocal(0, now, 0, world.now());
    if (!bridge.vlansInFdb) {
      return;
    }
    for (int at = 0; at < bridge.vlans.size(); at++) {
      deleteOwn(world, bridge, old, bridge.vlans.id(at));
      bridge.fdb.addLocal(0, now, bridge.vlans.id(at), world.now());
    }
  }

  private static void deleteOwn(World world, Bridge bridge, Mac old, int vlan) {
    findAndDelete(world, bridge, 0, old, vlan);
  }

  /** br_fdb_delete_by_port without do_all: what was learnt there, in one VLAN or (0) in all. */
  static void forgetLearnt(Bridge bridge, int port, int vlan) {
    for (FdbEntry entry : bridge.fdb.newestFirst()) {
      if (entry.port == port && !entry.stays() && (vlan == 0 || entry.vlan() == vlan)) {
        bridge.fdb.delete(entry);
      }
    }
  }

  /** br_fdb_flush of all that is not static. */
  static void forgetLearnt(Bridge bridge) {
    for (FdbEntry entry : bridge.fdb.newestFirst()) {
      if (!entry.has(FdbEntry.STATIC)) {
        bridge.fdb.delete(entry);
      }
    }
  }

  /** br_fdb_delete_by_port with do_all: the port leaves. */
  static void forgetPort(World world, Bridge bridge, int port) {
    for (FdbEntry entry : bridge.fdb.newestFirst()) {
      if (entry.port != port) {
        continue;
      }
      if (entry.has(FdbEntry.LOCAL)) {
        delete(world, bridge, port, entry);
      } else {
        bridge.fdb.delete(entry);
      }
    }
  }
}
