package vethlab.sim.bridge;

import vethlab.op.Errno;
import vethlab.op.FdbSpec;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.DeviceAddresses;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.Refusal;

/**
 * {@code bridge fdb add} and {@code del}: net/core/rtnetlink.c rtnl_fdb_add, net/bridge/br_fdb.c
 * br_fdb_add.
 */
public final class FdbControl {
  private FdbControl() {}

  public static Result add(World world, Netns netns, Op.FdbAdd op) {
    return Refusal.resultOf(() -> add(world, device(world, netns, op.entry(), "add"), op));
  }

  public static Result delete(World world, Netns netns, Op.FdbDel op) {
    return Refusal.resultOf(
        () -> delete(world, device(world, netns, op.entry(), "delete"), op.entry()));
  }

  private static NetDevice device(World world, Netns netns, FdbSpec entry, String what)
      throws Refusal {
    NetDevice dev =
        world
            .device(netns, entry.dev())
            .orElseThrow(() -> new Refusal(Errno.ENODEV, "unknown ifindex"));
    if (dev.isLoopback()) {
      throw new Refusal(Errno.EINVAL, "FDB " + what + " only supported for Ethernet devices");
    }
    if (entry.vlan() < 0 || entry.vlan() >= 0xfff) {
      throw new Refusal(Errno.EINVAL, "invalid vlan id");
    }
    return dev;
  }

  private static void add(World world, NetDevice dev, Op.FdbAdd op) throws Refusal {
    FdbSpec entry = op.entry();
    if (entry.target() == FdbSpec.Target.MASTER) {
      if (!(dev.rxHandler instanceof BridgePortHandler handler)) {
        throw new Refusal(Errno.EOPNOTSUPP);
      }
      addToBridge(world, handler.bridge(), handler.number(), op);
    } else if (dev.driver.dumpsFdb()) {
      dev.driver.addFdb(world, dev, entry, op.verb());
    } else if (dev.driver instanceof Bridge) {
      addToBridge(world, dev.id, 0, op);
    } else {
      addToDevice(world, dev, op);
    }
  }

  /** ndo_dflt_fdb_add. */
  private static void addToDevice(World world, NetDevice dev, Op.FdbAdd op) throws Refusal {
    if (op.entry().state() != FdbSpec.State.PERMANENT || op.entry().vlan() != 0) {
      throw new Refusal(Errno.EINVAL);
    }
    try {
      DeviceAddresses.add(world, dev, op.entry().mac());
    } catch (Refusal refusal) {
      if (op.verb() == Op.FdbVerb.ADD) {
        throw refusal;
      }
    }
  }

  /** br_fdb_add: without a VLAN it goes into each that the port has. */
  private static void addToBridge(World world, int device, int number, Op.FdbAdd op)
      throws Refusal {
    Bridge bridge = (Bridge) world.device(device).driver;
    FdbSpec entry = op.entry();
    if (entry.mac().isZero()) {
      throw new Refusal(Errno.EINVAL);
    }
    VlanSet vlans = number == 0 ? bridge.vlans : bridge.port(number).vlans;
    if (entry.vlan() != 0 && !vlans.has(entry.vlan())) {
      throw new Refusal(Errno.EINVAL);
    }
    bridge.fdb.collect(world.now(), bridge.holdTime());
    addEntry(world, bridge, number, op, entry.vlan());
    if (entry.vlan() == 0 && bridge.vlansInFdb) {
      for (int at = 0; at < vlans.size(); at++) {
        addEntry(world, bridge, number, op, vlans.id(at));
      }
    }
  }

  /** fdb_add_entry. */
  private static void addEntry(World world, Bridge bridge, int number, Op.FdbAdd op, int vlan)
      throws Refusal {
    FdbSpec.State state = op.entry().state();
    if (number != 0 && state == FdbSpec.State.DYNAMIC && !learns(bridge.port(number))) {
      throw new Refusal(Errno.EPERM);
    }
    if (number == 0 && state != FdbSpec.State.PERMANENT) {
      throw new Refusal(Errno.EINVAL);
    }
    FdbEntry entry = bridge.fdb.find(op.entry().mac(), vlan);
    if (entry == FdbEntry.NONE) {
      entry = bridge.fdb.create(op.entry().mac(), vlan, number, 0, world.now());
    } else if (op.verb() == Op.FdbVerb.ADD) {
      throw new Refusal(Errno.EEXIST);
    }
    entry.port = number;
    int kept = entry.flags & ~(FdbEntry.LOCAL | FdbEntry.STATIC);
    entry.flags =
        kept
            | FdbEntry.ADDED_BY_USER
            | switch (state) {
              case PERMANENT -> FdbEntry.LOCAL | FdbEntry.STATIC;
              case STATIC -> FdbEntry.STATIC;
              case DYNAMIC, STALE -> 0;
            };
    entry.used = world.now();
    entry.updated = world.now();
  }

  private static boolean learns(BridgePort port) {
    return port.state == BridgePort.LEARNING_STATE || port.state == BridgePort.FORWARDING;
  }

  private static void delete(World world, NetDevice dev, FdbSpec entry) throws Refusal {
    if (entry.target() == FdbSpec.Target.MASTER) {
      if (!(dev.rxHandler instanceof BridgePortHandler handler)) {
        throw new Refusal(Errno.EOPNOTSUPP);
      }
      deleteFromBridge(world, handler.bridge(), handler.number(), entry);
    } else if (dev.driver.dumpsFdb()) {
      dev.driver.deleteFdb(world, dev, entry);
    } else if (dev.driver instanceof Bridge) {
      deleteFromBridge(world, dev.id, 0, entry);
    } else {
      if (entry.state() != FdbSpec.State.PERMANENT) {
        throw new Refusal(Errno.EINVAL);
      }
      DeviceAddresses.remove(world, dev, entry.mac());
    }
  }

  /** br_fdb_delete: without a VLAN from each. */
  private static void deleteFromBridge(World world, int device, int number, FdbSpec spec)
      throws Refusal {
    Bridge bridge = (Bridge) world.device(device).driver;
    VlanSet vlans = number == 0 ? bridge.vlans : bridge.port(number).vlans;
    if (spec.vlan() != 0 && !vlans.has(spec.vlan())) {
      throw new Refusal(Errno.EINVAL);
    }
    bridge.fdb.collect(world.now(), bridge.holdTime());
    boolean found = deleteEntry(bridge, number, spec, spec.vlan());
    if (spec.vlan() == 0 && bridge.vlansInFdb) {
      for (int at = 0; at < vlans.size(); at++) {
        found |= deleteEntry(bridge, number, spec, vlans.id(at));
      }
    }
    if (!found) {
      throw new Refusal(Errno.ENOENT);
    }
  }

  private static boolean deleteEntry(Bridge bridge, int number, FdbSpec spec, int vlan) {
    FdbEntry entry = bridge.fdb.find(spec.mac(), vlan);
    if (entry == FdbEntry.NONE || entry.port != number) {
      return false;
    }
    bridge.fdb.delete(entry);
    return true;
  }
}
