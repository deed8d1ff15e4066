package vethlab.sim.bridge;

import vethlab.op.Errno;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.netdev.DeviceEvent;
import vethlab.sim.netdev.Links;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.Refusal;
import vethlab.sim.netdev.RxHandler;

/** Links become ports of a bridge and stop being it: net/bridge/br_if.c, br.c br_device_event. */
final class BridgePorts {
  private BridgePorts() {}

  /** br_add_if. */
  static void add(World world, Bridge bridge, NetDevice dev) throws Refusal {
    if (dev.isLoopback() || !Links.isEthernet(dev) || dev.mac.isMulticast() || dev.mac.isZero()) {
      throw new Refusal(Errno.EINVAL);
    }
    if (dev.driver instanceof Bridge) {
      throw new Refusal(Errno.ELOOP, "Can not enslave a bridge to a bridge");
    }
    if (dev.master != Skb.NO_DEVICE || dev.rxHandler != RxHandler.NONE) {
      throw new Refusal(Errno.EBUSY);
    }
    if (Links.standsOn(world, world.device(bridge.device), dev)) {
      throw new Refusal(Errno.EBUSY);
    }
    BridgePort port = new BridgePort(dev.id, bridge.freePortNumber(), cost(world, dev));
    initialise(bridge, port);
    port.state = BridgePort.DISABLED;
    dev.allMulticast++;
    dev.rxHandler = new BridgePortHandler(bridge.device, port.number);
    dev.master = bridge.device;
    bridge.add(port);
    Links.addPromiscuity(world, dev, 1);
    if (bridge.defaultPvid != 0) {
      port.vlans = port.vlans.with(bridge.defaultPvid, VlanSet.Membership.DEFAULT);
    }
    LocalFdb.add(world, bridge, port.number, dev.mac, port.vlans);
    NetDevice self = world.device(bridge.device);
    boolean changed = BridgeStates.recalculateAddress(world, bridge);
    if (dev.isUp() && dev.isOperUp() && self.isUp()) {
      BridgeStates.enablePort(world, bridge, port);
    }
    if (changed) {
      Links.addressChanged(world, self);
    }
    adjustMtu(world, bridge);
  }

  /** br_init_port. */
  static void initialise(Bridge bridge, BridgePort port) {
    Stp.becomeDesignated(bridge, port);
    port.state = BridgePort.BLOCKING;
    port.topologyChangeAck = false;
    port.configPending = false;
  }

  /** br_del_if. */
  static void remove(World world, Bridge bridge, NetDevice dev) throws Refusal {
    if (!(dev.rxHandler instanceof BridgePortHandler handler)
        || handler.bridge() != bridge.device) {
      throw new Refusal(Errno.EINVAL);
    }
    letGo(world, bridge, bridge.port(handler.number()));
    adjustMtu(world, bridge);
    if (BridgeStates.recalculateAddress(world, bridge)) {
      Links.addressChanged(world, world.device(bridge.device));
    }
  }

  /** del_nbp. */
  static void letGo(World world, Bridge bridge, BridgePort port) {
    NetDevice dev = world.device(port.device);
    dev.allMulticast--;
    Links.addPromiscuity(world, dev, -1);
    BridgeStates.disablePort(world, bridge, port);
    bridge.remove(port);
    LocalFdb.forgetPort(world, bridge, port.number);
    dev.master = Skb.NO_DEVICE;
    dev.rxHandler = RxHandler.NONE;
  }

  /** br_mtu_auto_adjust: the least of its ports', unless someone chose one. */
  static void adjustMtu(World world, Bridge bridge) {
    if (bridge.mtuSetByUser) {
      return;
    }
    int least = 0;
    for (BridgePort port : bridge.ports()) {
      int mtu = world.device(port.device).mtu;
      least = least == 0 ? mtu : Math.min(least, mtu);
    }
    int wanted = least == 0 ? 1500 : least;
    Refusal.resultOf(() -> Links.setMtu(world, world.device(bridge.device), wanted));
    bridge.mtuSetByUser = false;
  }

  /** br_device_event. */
  static void event(World world, Bridge bridge, NetDevice dev, DeviceEvent event) {
    if (!(dev.rxHandler instanceof BridgePortHandler handler)) {
      return;
    }
    BridgePort port = bridge.port(handler.number());
    NetDevice self = world.device(bridge.device);
    switch (event) {
      case CHANGE_MTU -> adjustMtu(world, bridge);
      case CHANGE_ADDRESS -> {
        LocalFdb.portAddressChanged(world, bridge, port, dev.mac);
        if (BridgeStates.recalculateAddress(world, bridge)) {
          Links.addressChanged(world, self);
        }
      }
      case CHANGE -> checkCarrier(world, bridge, port, dev);
      case DOWN -> {
        if (self.isUp()) {
          BridgeStates.disablePort(world, bridge, port);
        }
      }
      case UP -> {
        if (self.isUp() && dev.isOperUp()) {
          BridgeStates.enablePort(world, bridge, port);
        }
      }
      case UNREGISTER -> Refusal.resultOf(() -> remove(world, bridge, dev));
    }
  }

  /** br_port_carrier_check. */
  private static void checkCarrier(World world, Bridge bridge, BridgePort port, NetDevice dev) {
    boolean usable = dev.isUp() && dev.isOperUp();
    if (!port.has(BridgePort.ADMIN_COST) && usable) {
      port.pathCost = cost(world, dev);
    }
    if (!world.device(bridge.device).isUp()) {
      return;
    }
    if (usable && port.state == BridgePort.DISABLED) {
      BridgeStates.enablePort(world, bridge, port);
    } else if (!usable && port.state != BridgePort.DISABLED) {
      BridgeStates.disablePort(world, bridge, port);
    }
  }

  /** port_cost: by the link's speed; 100 where it does not say. */
  private static int cost(World world, NetDevice dev) {
    int speed = dev.driver.speed(world);
    if (speed > 10_000) {
      return 1;
    }
    return switch (speed) {
      case 10_000 -> 2;
      case 5_000 -> 3;
      case 2_500 -> 4;
      case 1_000 -> 5;
      case 100 -> 19;
      default -> 100;
    };
  }
}
