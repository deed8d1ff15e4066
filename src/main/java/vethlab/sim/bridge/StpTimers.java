package vethlab.sim.bridge;

import vethlab.sim.Alarm;
import vethlab.sim.World;
import vethlab.sim.netdev.Links;

/**
 * The timers of spanning tree: net/bridge/br_stp_timer.c. A timer's time is kept with the bridge or
 * the port; an alarm that comes at another time is one that was put off.
 */
final class StpTimers {
  private StpTimers() {}

  static void hello(World world, Bridge bridge, long at) {
    bridge.helloAt = at;
    world.schedule(at, new Hello(bridge.device, at));
  }

  static void tcn(World world, Bridge bridge, long at) {
    bridge.tcnAt = at;
    world.schedule(at, new Tcn(bridge.device, at));
  }

  static void topologyChange(World world, Bridge bridge, long at) {
    bridge.topologyChangeAt = at;
    world.schedule(at, new TopologyChange(bridge.device, at));
  }

  static void messageAge(World world, Bridge bridge, BridgePort port, long at) {
    port.messageAgeAt = at;
    world.schedule(at, new MessageAge(bridge.device, port.number, at));
  }

  static void forwardDelay(World world, Bridge bridge, BridgePort port, long at) {
    port.forwardDelayAt = at;
    world.schedule(at, new ForwardDelay(bridge.device, port.number, at));
  }

  static void hold(World world, Bridge bridge, BridgePort port, long at) {
    port.holdAt = at;
    world.schedule(at, new Hold(bridge.device, port.number, at));
  }

  private record Hello(int device, long at) implements Alarm {
    @Override
    public void fire(World world) {
      if (!(exists(world, device)) || bridge(world, device).helloAt != at) {
        return;
      }
      Bridge bridge = bridge(world, device);
      bridge.helloAt = BridgePort.NEVER;
      if (world.device(device).isUp()) {
        Stp.sendConfigs(world, bridge);
        if (bridge.stp) {
          hello(world, bridge, at + bridge.helloTime);
        }
      }
    }
  }

  private record Tcn(int device, long at) implements Alarm {
    @Override
    public void fire(World world) {
      if (!exists(world, device) || bridge(world, device).tcnAt != at) {
        return;
      }
      Bridge bridge = bridge(world, device);
      bridge.tcnAt = BridgePort.NEVER;
      if (!bridge.isRoot() && world.device(device).isUp()) {
        Stp.sendTopologyChange(world, bridge);
        tcn(world, bridge, at + bridge.bridgeHelloTime);
      }
    }
  }

  private record TopologyChange(int device, long at) implements Alarm {
    @Override
    public void fire(World world) {
      if (exists(world, device) && bridge(world, device).topologyChangeAt == at) {
        Bridge bridge = bridge(world, device);
        bridge.topologyChangeAt = BridgePort.NEVER;
        bridge.topologyChangeDetected = false;
        Stp.setTopologyChange(world, bridge, false);
      }
    }
  }

  private record MessageAge(int device, int number, long at) implements Alarm {
    @Override
    public void fire(World world) {
      if (!portExists(world, device, number)) {
        return;
      }
      Bridge bridge = bridge(world, device);
      BridgePort port = bridge.port(number);
      if (port.messageAgeAt != at) {
        return;
      }
      port.messageAgeAt = BridgePort.NEVER;
      if (port.state != BridgePort.DISABLED) {
        boolean wasRoot = bridge.isRoot();
        Stp.becomeDesignated(bridge, port);
        Stp.update(world, bridge);
        Stp.selectStates(world, bridge);
        Stp.becomeRootIfNew(world, bridge, wasRoot);
      }
    }
  }

  private record ForwardDelay(int device, int number, long at) implements Alarm {
    @Override
    public void fire(World world) {
      if (!portExists(world, device, number)) {
        return;
      }
      Bridge bridge = bridge(world, device);
      BridgePort port = bridge.port(number);
      if (port.forwardDelayAt != at) {
        return;
      }
      port.forwardDelayAt = BridgePort.NEVER;
      world.revise();
      if (port.state == BridgePort.LISTENING) {
        port.state = BridgePort.LEARNING_STATE;
        forwardDelay(world, bridge, port, at + bridge.forwardDelay);
      } else if (port.state == BridgePort.LEARNING_STATE) {
        port.state = BridgePort.FORWARDING;
        if (isDesignatedForSomePort(bridge)) {
          Stp.detectTopologyChange(world, bridge);
        }
        Links.setCarrier(world, world.device(device), true);
      }
    }
  }

  private record Hold(int device, int number, long at) implements Alarm {
    @Override
    public void fire(World world) {
      if (!portExists(world, device, number)) {
        return;
      }
      BridgePort port = bridge(world, device).port(number);
      if (port.holdAt == at) {
        port.holdAt = BridgePort.NEVER;
        if (port.configPending) {
          Stp.sendConfig(world, bridge(world, device), port);
        }
      }
    }
  }

  private static boolean isDesignatedForSomePort(Bridge bridge) {
    for (BridgePort port : bridge.ports()) {
      if (port.state != BridgePort.DISABLED && port.designatedBridge == bridge.id()) {
        return true;
      }
    }
    return false;
  }

  private static boolean exists(World world, int device) {
    return world.hasDevice(device);
  }

  private static boolean portExists(World world, int device, int number) {
    return exists(world, device) && bridge(world, device).hasPort(number);
  }

  private static Bridge bridge(World world, int device) {
    return (Bridge) world.device(device).driver;
  }
}
