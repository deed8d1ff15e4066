package vethlab.sim.bridge;

import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.op.PortAttr;
import vethlab.sim.World;
import vethlab.sim.netdev.Refusal;

/** Settings of a port: net/bridge/br_netlink.c br_setport. */
final class PortSettings {
  private PortSettings() {}

  static void set(World world, Bridge bridge, BridgePort port, LinkChange.PortSetting setting)
      throws Refusal {
    long value = setting.value();
    switch (setting.attr()) {
      case STATE -> BridgeStates.setPortState(world, bridge, port, value);
      case PRIORITY -> BridgeStates.setPortPriority(world, bridge, port, value);
      case COST -> BridgeStates.setPathCost(world, bridge, port, value);
      case MCAST_ROUTER -> {
        if (value < 0 || value > 3) {
          throw new Refusal(Errno.EINVAL);
        }
        port.multicastRouter = (int) value;
      }
      default -> {
        int flag = flag(setting.attr());
        port.flags = value != 0 ? port.flags | flag : port.flags & ~flag;
        bridge.portFlagsChanged();
      }
    }
  }

  /** The value as it is shown. */
  static long value(BridgePort port, PortAttr attr) {
    return switch (attr) {
      case STATE -> port.state;
      case PRIORITY -> port.priority;
      case COST -> port.pathCost;
      case MCAST_ROUTER -> port.multicastRouter;
      default -> port.has(flag(attr)) ? 1 : 0;
    };
  }

  private static int flag(PortAttr attr) {
    return switch (attr) {
      case HAIRPIN -> BridgePort.HAIRPIN;
      case GUARD -> BridgePort.GUARD;
      case ROOT_BLOCK -> BridgePort.ROOT_BLOCK;
      case FASTLEAVE -> BridgePort.FAST_LEAVE;
      case LEARNING -> BridgePort.LEARNING;
      case FLOOD -> BridgePort.FLOOD;
      case MCAST_FLOOD -> BridgePort.MCAST_FLOOD;
      case BCAST_FLOOD -> BridgePort.BCAST_FLOOD;
      case PROXY_ARP -> BridgePort.PROXY_ARP;
      case PROXY_ARP_WIFI -> BridgePort.PROXY_ARP_WIFI;
      case NEIGH_SUPPRESS -> BridgePort.NEIGH_SUPPRESS;
      case VLAN_TUNNEL -> BridgePort.VLAN_TUNNEL;
      case ISOLATED -> BridgePort.ISOLATED;
      case LOCKED -> BridgePort.LOCKED;
      case STATE, PRIORITY, COST, MCAST_ROUTER ->
          throw new IllegalArgumentException("not a switch: " + attr);
    };
  }
}
