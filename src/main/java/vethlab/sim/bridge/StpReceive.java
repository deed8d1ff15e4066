package vethlab.sim.bridge;

import vethlab.sim.World;

/**
 * What a bridge does with messages of its neighbours: br_stp.c br_received_config_bpdu and _tcn.
 */
final class StpReceive {
  private StpReceive() {}

  static void config(World world, Bridge bridge, BridgePort port, Bpdu.Config bpdu) {
    boolean wasRoot = bridge.isRoot();
    if (supersedes(bridge, port, bpdu)) {
      record(world, bridge, port, bpdu);
      Stp.update(world, bridge);
      Stp.selectStates(world, bridge);
      if (!bridge.isRoot() && wasRoot) {
        noLongerRoot(world, bridge);
      }
      if (port.number == bridge.rootPort) {
        takeTimes(world, bridge, bpdu);
        Stp.sendConfigs(world, bridge);
        if (bpdu.topologyChangeAck()) {
          bridge.topologyChangeDetected = false;
          bridge.tcnAt = BridgePort.NEVER;
        }
      }
    } else if (Stp.isDesignated(bridge, port)) {
      Stp.sendConfig(world, bridge, port);
    }
  }

  static void topologyChange(World world, Bridge bridge, BridgePort port) {
    if (Stp.isDesignated(bridge, port)) {
      Stp.detectTopologyChange(world, bridge);
      port.topologyChangeAck = true;
      Stp.sendConfig(world, bridge, port);
    }
  }

  /** br_supersedes_port_info: is it better than, or the same as, what the port knows? */
  private static boolean supersedes(Bridge bridge, BridgePort port, Bpdu.Config bpdu) {
    int order = Long.compareUnsigned(bpdu.root(), port.designatedRoot);
    if (order == 0) {
      order = Integer.compare(bpdu.rootPathCost(), port.designatedCost);
    }
    if (order == 0) {
      order = Long.compareUnsigned(bpdu.bridge(), port.designatedBridge);
    }
    if (order != 0) {
      return order < 0;
    }
    return bpdu.bridge() != bridge.id() || bpdu.port() <= port.designatedPort;
  }

  /** br_record_config_information. */
  private static void record(World world, Bridge bridge, BridgePort port, Bpdu.Config bpdu) {
    port.designatedRoot = bpdu.root();
    port.designatedCost = bpdu.rootPathCost();
    port.designatedBridge = bpdu.bridge();
    port.designatedPort = bpdu.port();
    port.designatedAge = world.now() - bpdu.messageAge();
    StpTimers.messageAge(world, bridge, port, world.now() + bpdu.maxAge() - bpdu.messageAge());
  }

  private static void noLongerRoot(World world, Bridge bridge) {
    bridge.helloAt = BridgePort.NEVER;
    if (bridge.topologyChangeDetected) {
      bridge.topologyChangeAt = BridgePort.NEVER;
      Stp.sendTopologyChange(world, bridge);
      StpTimers.tcn(world, bridge, world.now() + bridge.bridgeHelloTime);
    }
  }

  /** br_record_config_timeout_values. */
  private static void takeTimes(World world, Bridge bridge, Bpdu.Config bpdu) {
    bridge.fdb.collect(world.now(), bridge.holdTime());
    bridge.maxAge = bpdu.maxAge();
    bridge.helloTime = bpdu.helloTime();
    bridge.forwardDelay = bpdu.forwardDelay();
    Stp.setTopologyChange(world, bridge, bpdu.topologyChange());
  }
}
