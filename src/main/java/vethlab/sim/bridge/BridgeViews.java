package vethlab.sim.bridge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vethlab.op.BridgeAttr;
import vethlab.op.PortAttr;
import vethlab.op.view.BridgeView;
import vethlab.op.view.BridgeVlanView;
import vethlab.op.view.FdbView;
import vethlab.op.view.PortView;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;

/** Pictures of bridges for the Kernel port: net/bridge/br_netlink.c br_fill_info. */
public final class BridgeViews {
  private static final long CENTISECOND = 10_000_000L;

  private BridgeViews() {}

  public static List<FdbView> fdb(World world, Netns netns) {
    return FdbDump.all(world, netns);
  }

  public static List<BridgeVlanView> vlans(World world, Netns netns) {
    List<BridgeVlanView> all = new ArrayList<>();
    for (NetDevice dev : netns.devices(world)) {
      if (dev.driver instanceof Bridge bridge) {
        all.add(new BridgeVlanView(dev.name, true, entries(bridge.vlans)));
      } else if (dev.rxHandler instanceof BridgePortHandler handler) {
        Bridge bridge = (Bridge) world.device(handler.bridge()).driver;
        all.add(new BridgeVlanView(dev.name, false, entries(bridge.port(handler.number()).vlans)));
      }
    }
    return all;
  }

  private static List<BridgeVlanView.Entry> entries(VlanSet vlans) {
    List<BridgeVlanView.Entry> all = new ArrayList<>();
    for (int at = 0; at < vlans.size(); at++) {
      int id = vlans.id(at);
      all.add(new BridgeVlanView.Entry(id, vlans.pvid == id, vlans.untaggedAt(at)));
    }
    return all;
  }

  /** The bridge that the device is. */
  public static Optional<BridgeView> bridge(World world, NetDevice dev) {
    if (!(dev.driver instanceof Bridge bridge)) {
      return Optional.empty();
    }
    bridge.fdb.collect(world.now(), bridge.holdTime());
    return Optional.of(
        new BridgeView(
            bridge.id(),
            bridge.designatedRoot,
            bridge.rootPort,
            bridge.rootPathCost,
            bridge.topologyChange,
            bridge.topologyChangeDetected,
            left(world, bridge.helloAt),
            left(world, bridge.tcnAt),
            left(world, bridge.topologyChangeAt),
            left(world, bridge.fdb.collectAt),
            settings(bridge)));
  }

  /** A bridge that has never filtered VLANs says no more of them than a kernel without. */
  private static final Set<BridgeAttr> IF_VLANS =
      EnumSet.of(
          BridgeAttr.VLAN_PROTOCOL, BridgeAttr.VLAN_DEFAULT_PVID, BridgeAttr.VLAN_STATS_ENABLED);

  private static Map<BridgeAttr, Long> settings(Bridge bridge) {
    Map<BridgeAttr, Long> all = new EnumMap<>(BridgeAttr.class);
    for (BridgeAttr attr : BridgeAttr.values()) {
      if (bridge.vlansInFdb || !IF_VLANS.contains(attr)) {
        all.put(attr, value(bridge, attr));
      }
    }
    return all;
  }

  private static long value(Bridge bridge, BridgeAttr attr) {
    return switch (attr) {
      case FORWARD_DELAY -> bridge.forwardDelay / CENTISECOND;
      case HELLO_TIME -> bridge.helloTime / CENTISECOND;
      case MAX_AGE -> bridge.maxAge / CENTISECOND;
      case AGEING_TIME -> bridge.ageingTime / CENTISECOND;
      case STP_STATE -> number(bridge.stp);
      case PRIORITY -> bridge.priority;
      case VLAN_FILTERING -> number(bridge.vlanFiltering);
      case VLAN_PROTOCOL -> bridge.vlanProtocol;
      case VLAN_DEFAULT_PVID -> bridge.defaultPvid;
      case VLAN_STATS_ENABLED -> number(bridge.vlanStats);
      case GROUP_FWD_MASK -> bridge.groupForwardMask;
      case MCAST_ROUTER -> bridge.multicastRouter;
      case MCAST_SNOOPING -> number(bridge.multicastSnooping);
      case MCAST_QUERIER -> number(bridge.multicastQuerier);
      case NF_CALL_IPTABLES -> number(bridge.callIptables);
      case NF_CALL_IP6TABLES -> number(bridge.callIp6tables);
      case NF_CALL_ARPTABLES -> number(bridge.callArptables);
    };
  }

  private static long number(boolean on) {
    return on ? 1 : 0;
  }

  /** The port that the device is. */
  public static Optional<PortView> port(World world, NetDevice dev) {
    if (!(dev.rxHandler instanceof BridgePortHandler handler)) {
      return Optional.empty();
    }
    NetDevice self = world.device(handler.bridge());
    BridgePort port = ((Bridge) self.driver).port(handler.number());
    Map<PortAttr, Long> settings = new EnumMap<>(PortAttr.class);
    for (PortAttr attr : PortAttr.values()) {
      settings.put(attr, PortSettings.value(port, attr));
    }
    return Optional.of(
        new PortView(
            self.name,
            port.number,
            port.state,
            port.designatedRoot,
            port.designatedBridge,
            port.designatedPort,
            port.designatedCost,
            left(world, port.messageAgeAt),
            left(world, port.forwardDelayAt),
            left(world, port.holdAt),
            port.topologyChangeAck,
            port.configPending,
            settings));
  }

  /** br_timer_value: hundredths of a second until then, 0 where it does not run. */
  private static long left(World world, long at) {
    return at == BridgePort.NEVER ? 0 : Math.max(0, at - world.now()) / CENTISECOND;
  }
}
