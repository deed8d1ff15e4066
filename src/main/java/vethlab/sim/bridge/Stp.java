package vethlab.sim.bridge;

import vethlab.sim.World;
import vethlab.sim.netdev.Links;

/**
 * Spanning tree: which bridge is the root, which port leads to it, which ports forward.
 * net/bridge/br_stp.c. Bridge ids compare as unsigned numbers.
 */
final class Stp {
  static final long SECOND = 1_000_000_000L;

  /** BR_HOLD_TIME: the least time between two configuration messages on a port. */
  private static final long HOLD_TIME = SECOND;

  /** MESSAGE_AGE_INCR: one tick of the kernel's clock. */
  private static final long AGE_STEP = 4_000_000L;

  private Stp() {}

  static boolean isDesignated(Bridge bridge, BridgePort port) {
    return port.designatedBridge == bridge.id() && port.designatedPort == port.id();
  }

  /** br_become_designated_port. */
  static void becomeDesignated(Bridge bridge, BridgePort port) {
    port.designatedRoot = bridge.designatedRoot;
    port.designatedCost = bridge.rootPathCost;
    port.designatedBridge = bridge.id();
    port.designatedPort = port.id();
  }

  /** br_configuration_update. */
  static void update(World world, Bridge bridge) {
    selectRoot(world, bridge);
    for (BridgePort port : bridge.ports()) {
      if (port.state != BridgePort.DISABLED && shouldBeDesignated(bridge, port)) {
        becomeDesignated(bridge, port);
      }
    }
  }

  /** br_root_selection. */
  private static void selectRoot(World world, Bridge bridge) {
    int rootPort = 0;
    for (BridgePort port : bridge.ports()) {
      if (!shouldBeRootPort(bridge, port, rootPort)) {
        continue;
      }
      if (port.has(BridgePort.ROOT_BLOCK)) {
        port.state = BridgePort.LISTENING;
        StpTimers.forwardDelay(world, bridge, port, world.now() + bridge.forwardDelay);
      } else {
        rootPort = port.number;
      }
    }
    bridge.rootPort = rootPort;
    if (rootPort == 0) {
      bridge.designatedRoot = bridge.id();
      bridge.rootPathCost = 0;
    } else {
      BridgePort port = bridge.port(rootPort);
      bridge.designatedRoot = port.designatedRoot;
      bridge.rootPathCost = port.designatedCost + port.pathCost;
    }
  }

  /** br_should_become_root_port. */
  private static boolean shouldBeRootPort(Bridge bridge, BridgePort port, int rootPort) {
    if (port.state == BridgePort.DISABLED
        || isDesignated(bridge, port)
        || Long.compareUnsigned(bridge.id(), port.designatedRoot) <= 0) {
      return false;
    }
    if (rootPort == 0) {
      return true;
    }
    BridgePort best = bridge.port(rootPort);
    int order = Long.compareUnsigned(port.designatedRoot, best.designatedRoot);
    if (order == 0) {
      order =
          Integer.compare(port.designatedCost + port.pathCost, best.designatedCost + best.pathCost);
    }
    if (order == 0) {
      order = Long.compareUnsigned(port.designatedBridge, best.designatedBridge);
    }
    if (order == 0) {
      order = Integer.compare(port.designatedPort, best.designatedPort);
    }
    return order == 0 ? port.id() < best.id() : order < 0;
  }

  /** br_should_become_designated_port. */
  private static boolean shouldBeDesignated(Bridge bridge, BridgePort port) {
    if (isDesignated(bridge, port) || port.designatedRoot != bridge.designatedRoot) {
      return true;
    }
    int order = Integer.compare(bridge.rootPathCost, port.designatedCost);
    if (order == 0) {
      order = Long.compareUnsigned(bridge.id(), port.designatedBridge);
    }
    return order == 0 ? port.id() < port.designatedPort : order < 0;
  }

  /** br_port_state_selection; without a port that forwards the bridge has no carrier. */
  static void selectStates(World world, Bridge bridge) {
    boolean live = false;
    for (BridgePort port : bridge.ports()) {
      if (port.state == BridgePort.DISABLED) {
        continue;
      }
      if (port.number == bridge.rootPort) {
        port.configPending = false;
        port.topologyChangeAck = false;
        makeForwarding(world, bridge, port);
      } else if (isDesignated(bridge, port)) {
        port.messageAgeAt = BridgePort.NEVER;
        makeForwarding(world, bridge, port);
      } else {
        port.configPending = false;
        port.topologyChangeAck = false;
        makeBlocking(world, bridge, port);
      }
      live |= port.state == BridgePort.FORWARDING;
    }
    world.revise();
    Links.setCarrier(world, world.device(bridge.device), live);
  }

  private static void makeForwarding(World world, Bridge bridge, BridgePort port) {
    if (port.state != BridgePort.BLOCKING) {
      return;
    }
    if (!bridge.stp || bridge.forwardDelay == 0) {
      port.state = BridgePort.FORWARDING;
      detectTopologyChange(world, bridge);
      port.forwardDelayAt = BridgePort.NEVER;
    } else {
      port.state = BridgePort.LISTENING;
    }
    if (bridge.forwardDelay != 0) {
      StpTimers.forwardDelay(world, bridge, port, world.now() + bridge.forwardDelay);
    }
  }

  private static void makeBlocking(World world, Bridge bridge, BridgePort port) {
    if (port.state == BridgePort.BLOCKING) {
      return;
    }
    if (port.state == BridgePort.FORWARDING || port.state == BridgePort.LEARNING_STATE) {
      detectTopologyChange(world, bridge);
    }
    port.state = BridgePort.BLOCKING;
    port.forwardDelayAt = BridgePort.NEVER;
  }

  /** br_become_root_bridge, if it was not the root before. */
  static void becomeRootIfNew(World world, Bridge bridge, boolean wasRoot) {
    if (!bridge.isRoot() || wasRoot) {
      return;
    }
    bridge.fdb.collect(world.now(), bridge.holdTime());
    bridge.maxAge = bridge.bridgeMaxAge;
    bridge.helloTime = bridge.bridgeHelloTime;
    bridge.forwardDelay = bridge.bridgeForwardDelay;
    detectTopologyChange(world, bridge);
    bridge.tcnAt = BridgePort.NEVER;
    if (world.device(bridge.device).isUp()) {
      sendConfigs(world, bridge);
      StpTimers.hello(world, bridge, world.now() + bridge.helloTime);
    }
  }

  /** br_topology_change_detection. */
  static void detectTopologyChange(World world, Bridge bridge) {
    if (!bridge.stp || !world.device(bridge.device).isUp()) {
      return;
    }
    if (bridge.isRoot()) {
      setTopologyChange(world, bridge, true);
      StpTimers.topologyChange(
          world, bridge, world.now() + bridge.bridgeForwardDelay + bridge.bridgeMaxAge);
    } else if (!bridge.topologyChangeDetected) {
      sendTopologyChange(world, bridge);
      StpTimers.tcn(world, bridge, world.now() + bridge.bridgeHelloTime);
    }
    bridge.topologyChangeDetected = true;
  }

  /** __br_set_topology_change: meanwhile addresses age within twice the forward delay. */
  static void setTopologyChange(World world, Bridge bridge, boolean on) {
    bridge.fdb.collect(world.now(), bridge.holdTime());
    if (bridge.stp && bridge.topologyChange != on) {
      bridge.ageingTime = on ? 2 * bridge.forwardDelay : bridge.bridgeAgeingTime;
    }
    bridge.topologyChange = on;
  }

  /** br_config_bpdu_generation. */
  static void sendConfigs(World world, Bridge bridge) {
    for (BridgePort port : bridge.ports()) {
      if (port.state != BridgePort.DISABLED && isDesignated(bridge, port)) {
        sendConfig(world, bridge, port);
      }
    }
  }

  /** br_transmit_config. */
  static void sendConfig(World world, Bridge bridge, BridgePort port) {
    if (port.holdAt != BridgePort.NEVER) {
      port.configPending = true;
      return;
    }
    long age = 0;
    if (!bridge.isRoot()) {
      age = world.now() - bridge.port(bridge.rootPort).designatedAge + AGE_STEP;
    }
    if (age >= bridge.maxAge) {
      return;
    }
    if (bridge.stp) {
      Bpdu config =
          new Bpdu.Config(
              bridge.topologyChange,
              port.topologyChangeAck,
              bridge.designatedRoot,
              bridge.rootPathCost,
              bridge.id(),
              port.id(),
              age,
              bridge.maxAge,
              bridge.helloTime,
              bridge.forwardDelay);
      BpduOutput.send(world, port, config);
    }
    port.topologyChangeAck = false;
    port.configPending = false;
    if (bridge.stp) {
      StpTimers.hold(world, bridge, port, world.now() + HOLD_TIME);
    }
  }

  /** br_transmit_tcn: tells the bridge towards the root that the topology has changed. */
  static void sendTopologyChange(World world, Bridge bridge) {
    if (bridge.stp && bridge.hasPort(bridge.rootPort)) {
      BpduOutput.send(world, bridge.port(bridge.rootPort), new Bpdu.TopologyChange());
    }
  }
}
