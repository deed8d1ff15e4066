package vethlab.sim.bridge;

import vethlab.op.Errno;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.Refusal;
import vethlab.wire.Mac;

/**
 * A bridge or a port is switched on or off, or the bridge gets another address or priority:
 * net/bridge/br_stp_if.c. With spanning tree off a port simply forwards.
 */
final class BridgeStates {
  /** The first collection of the forwarding table after the bridge has come up. */
  private static final long FIRST_COLLECTION = 100_000_000L;

  private BridgeStates() {}

  /** br_stp_enable_bridge: the bridge comes up. */
  static void enable(World world, Bridge bridge) {
    if (bridge.stp) {
      StpTimers.hello(world, bridge, world.now() + bridge.helloTime);
    }
    bridge.fdb.collectAt = world.now() + FIRST_COLLECTION;
    Stp.sendConfigs(world, bridge);
    for (BridgePort port : bridge.ports()) {
      NetDevice dev = world.device(port.device);
      if (dev.isUp() && dev.isOperUp()) {
        enablePort(world, bridge, port);
      }
    }
  }

  /** br_stp_disable_bridge: the bridge goes down. */
  static void disable(World world, Bridge bridge) {
    for (BridgePort port : bridge.ports()) {
      if (port.state != BridgePort.DISABLED) {
        disablePort(world, bridge, port);
      }
    }
    Stp.setTopologyChange(world, bridge, false);
    bridge.topologyChangeDetected = false;
    bridge.helloAt = BridgePort.NEVER;
    bridge.topologyChangeAt = BridgePort.NEVER;
    bridge.tcnAt = BridgePort.NEVER;
    bridge.fdb.collect(world.now(), bridge.holdTime());
    bridge.fdb.collectAt = BridgePort.NEVER;
  }

  /** br_stp_enable_port. */
  static void enablePort(World world, Bridge bridge, BridgePort port) {
    BridgePorts.initialise(bridge, port);
    Stp.selectStates(world, bridge);
  }

  /** br_stp_disable_port. */
  static void disablePort(World world, Bridge bridge, BridgePort port) {
    boolean wasRoot = bridge.isRoot();
    Stp.becomeDesignated(bridge, port);
    port.state = BridgePort.DISABLED;
    port.topologyChangeAck = false;
    port.configPending = false;
    port.messageAgeAt = BridgePort.NEVER;
    port.forwardDelayAt = BridgePort.NEVER;
    port.holdAt = BridgePort.NEVER;
    LocalFdb.forgetLearnt(bridge, port.number, 0);
    Stp.update(world, bridge);
    Stp.selectStates(world, bridge);
    Stp.becomeRootIfNew(world, bridge, wasRoot);
  }

  /** br_stp_set_enabled. */
  static void setStp(World world, Bridge bridge, boolean on) {
    if (on == bridge.stp) {
      return;
    }
    bridge.stp = on;
    if (!on) {
      bridge.helloAt = BridgePort.NEVER;
      return;
    }
    long delay = Math.clamp(bridge.bridgeForwardDelay, 2 * Stp.SECOND, 30 * Stp.SECOND);
    setForwardDelay(world, bridge, delay);
    if (world.device(bridge.device).isUp()) {
      StpTimers.hello(world, bridge, world.now() + bridge.helloTime);
    }
    Stp.selectStates(world, bridge);
  }

  /** __br_set_forward_delay. */
  static void setForwardDelay(World world, Bridge bridge, long nanos) {
    bridge.fdb.collect(world.now(), bridge.holdTime());
    bridge.bridgeForwardDelay = nanos;
    if (bridge.isRoot()) {
      bridge.forwardDelay = nanos;
    }
  }

  /** br_stp_recalculate_bridge_id: the lowest address of its ports, unless someone chose one. */
  static boolean recalculateAddress(World world, Bridge bridge) {
    if (world.device(bridge.device).isAddressSet()) {
      return false;
    }
    Mac lowest = Mac.ZERO;
    for (BridgePort port : bridge.ports()) {
      Mac mac = world.device(port.device).mac;
      if (lowest.isZero() || mac.compareTo(lowest) < 0) {
        lowest = mac;
      }
    }
    if (bridge.idAddress.equals(lowest)) {
      return false;
    }
    changeAddress(world, bridge, lowest);
    return true;
  }

  /** br_stp_change_bridge_id. */
  static void changeAddress(World world, Bridge bridge, Mac mac) {
    NetDevice dev = world.device(bridge.device);
    boolean wasRoot = bridge.isRoot();
    LocalFdb.bridgeAddressChanges(world, bridge, dev.mac, mac);
    Mac old = bridge.idAddress;
    bridge.idAddress = mac;
    dev.mac = mac;
    for (BridgePort port : bridge.ports()) {
      port.designatedBridge = withAddress(port.designatedBridge, old, mac);
      port.designatedRoot = withAddress(port.designatedRoot, old, mac);
    }
    Stp.update(world, bridge);
    Stp.selectStates(world, bridge);
    Stp.becomeRootIfNew(world, bridge, wasRoot);
  }

  private static long withAddress(long id, Mac old, Mac now) {
    long address = id & Mac.BROADCAST.bits();
    return address == old.bits() ? id - address + now.bits() : id;
  }

  /** br_stp_set_bridge_priority. */
  static void setPriority(World world, Bridge bridge, int priority) {
    boolean wasRoot = bridge.isRoot();
    for (BridgePort port : bridge.ports()) {
      if (port.state != BridgePort.DISABLED && Stp.isDesignated(bridge, port)) {
        port.designatedBridge =
            (long) priority << 48 | port.designatedBridge & Mac.BROADCAST.bits();
      }
    }
    bridge.priority = priority;
    Stp.update(world, bridge);
    Stp.selectStates(world, bridge);
    Stp.becomeRootIfNew(world, bridge, wasRoot);
  }

  /** br_stp_set_port_priority. */
  static void setPortPriority(World world, Bridge bridge, BridgePort port, long priority)
      throws Refusal {
    if (priority < 0 || priority > 63) {
      throw new Refusal(Errno.ERANGE);
    }
    boolean designated = Stp.isDesignated(bridge, port);
    port.priority = (int) priority;
    if (designated) {
      port.designatedPort = port.id();
    }
    if (port.designatedBridge == bridge.id() && port.id() < port.designatedPort) {
      Stp.becomeDesignated(bridge, port);
      Stp.selectStates(world, bridge);
    }
  }

  /** br_stp_set_path_cost. */
  static void setPathCost(World world, Bridge bridge, BridgePort port, long cost) throws Refusal {
    if (cost < 1 || cost > 65535) {
      throw new Refusal(Errno.ERANGE);
    }
    port.flags |= BridgePort.ADMIN_COST;
    port.pathCost = (int) cost;
    Stp.update(world, bridge);
    Stp.selectStates(world, bridge);
  }

  /** br_set_port_state: by hand, only while spanning tree is off. */
  static void setPortState(World world, Bridge bridge, BridgePort port, long state) throws Refusal {
    if (state < 0 || state > BridgePort.BLOCKING) {
      throw new Refusal(Errno.EINVAL);
    }
    if (bridge.stp) {
      throw new Refusal(Errno.EBUSY);
    }
    NetDevice dev = world.device(port.device);
    if (!dev.isUp() || (!dev.isOperUp() && state != BridgePort.DISABLED)) {
      throw new Refusal(Errno.ENETDOWN);
    }
    port.state = (int) state;
    Stp.selectStates(world, bridge);
  }
}
