package vethlab.sim.bridge;

import java.util.Comparator;
import java.util.List;
import vethlab.op.BridgeAttr;
import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.Refusal;
import vethlab.wire.Vlan;

/** Settings of a bridge: net/bridge/br_netlink.c br_changelink, in the order of its attributes. */
public final class BridgeSettings {
  private static final long CENTISECOND = 10_000_000L;

  /** BR_GROUPFWD_RESTRICTED: STP, pause and LACP frames are never forwarded by this mask. */
  private static final int RESTRICTED_GROUPS = 7;

  private BridgeSettings() {}

  /** Those of {@code changes} that are a bridge's or a port's. */
  public static void apply(World world, NetDevice dev, List<LinkChange> changes) throws Refusal {
    List<LinkChange.BridgeSetting> own =
        changes.stream()
            .filter(LinkChange.BridgeSetting.class::isInstance)
            .map(LinkChange.BridgeSetting.class::cast)
            .sorted(Comparator.comparing(LinkChange.BridgeSetting::attr))
            .toList();
    if (!own.isEmpty()) {
      if (!(dev.driver instanceof Bridge bridge)) {
        throw new Refusal(Errno.EOPNOTSUPP);
      }
      validate(own);
      for (LinkChange.BridgeSetting each : own) {
        set(world, dev, bridge, each);
      }
    }
    for (LinkChange each : changes) {
      if (each instanceof LinkChange.PortSetting setting) {
        BridgePortHandler handler = port(dev);
        Bridge bridge = (Bridge) world.device(handler.bridge()).driver;
        PortSettings.set(world, bridge, bridge.port(handler.number()), setting);
      } else if (each instanceof LinkChange.FlushFdb flush) {
        flush(world, dev, flush.ofPort());
      }
    }
  }

  /** IFLA_BR_FDB_FLUSH and IFLA_BRPORT_FLUSH: all but what is static goes. */
  private static void flush(World world, NetDevice dev, boolean ofPort) throws Refusal {
    if (ofPort) {
      BridgePortHandler handler = port(dev);
      LocalFdb.forgetLearnt((Bridge) world.device(handler.bridge()).driver, handler.number(), 0);
    } else if (dev.driver instanceof Bridge bridge) {
      LocalFdb.forgetLearnt(bridge);
    } else {
      throw new Refusal(Errno.EOPNOTSUPP);
    }
  }

  private static BridgePortHandler port(NetDevice dev) throws Refusal {
    if (dev.master == Skb.NO_DEVICE || !(dev.rxHandler instanceof BridgePortHandler handler)) {
      throw new Refusal(Errno.EOPNOTSUPP);
    }
    return handler;
  }

  /** br_validate. */
  static void validate(List<LinkChange.BridgeSetting> settings) throws Refusal {
    for (LinkChange.BridgeSetting each : settings) {
      if (each.attr() == BridgeAttr.VLAN_PROTOCOL
          && each.value() != Vlan.DOT1Q
          && each.value() != Vlan.DOT1AD) {
        throw new Refusal(Errno.EPROTONOSUPPORT);
      }
      if (each.attr() == BridgeAttr.VLAN_DEFAULT_PVID && each.value() >= 0xfff) {
        throw new Refusal(Errno.EINVAL);
      }
    }
  }

  static void set(World world, NetDevice dev, Bridge bridge, LinkChange.BridgeSetting setting)
      throws Refusal {
    long value = setting.value();
    switch (setting.attr()) {
      case FORWARD_DELAY -> setForwardDelay(world, bridge, value * CENTISECOND);
      case HELLO_TIME -> setHelloTime(bridge, value * CENTISECOND);
      case MAX_AGE -> setMaxAge(bridge, value * CENTISECOND);
      case AGEING_TIME -> setAgeingTime(world, bridge, value * CENTISECOND);
      case STP_STATE -> BridgeStates.setStp(world, bridge, value != 0);
      case PRIORITY -> BridgeStates.setPriority(world, bridge, (int) value & 0xffff);
      case VLAN_FILTERING -> BridgeVlans.setFiltering(world, bridge, value != 0);
      case VLAN_PROTOCOL -> bridge.vlanProtocol = (int) value;
      case VLAN_DEFAULT_PVID -> BridgeVlans.setDefaultPvid(world, bridge, (int) value);
      case VLAN_STATS_ENABLED -> bridge.vlanStats = value != 0;
      case GROUP_FWD_MASK -> {
        if ((value & RESTRICTED_GROUPS) != 0) {
          throw new Refusal(Errno.EINVAL);
        }
        bridge.groupForwardMask = (int) value;
      }
      case MCAST_ROUTER -> {
        if (value < 0 || value > 2) {
          throw new Refusal(Errno.EINVAL);
        }
        bridge.multicastRouter = (int) value;
      }
      case MCAST_SNOOPING -> bridge.multicastSnooping = value != 0;
      case MCAST_QUERIER -> bridge.multicastQuerier = value != 0;
      case NF_CALL_IPTABLES -> bridge.callIptables = value != 0;
      case NF_CALL_IP6TABLES -> bridge.callIp6tables = value != 0;
      case NF_CALL_ARPTABLES -> bridge.callArptables = value != 0;
    }
  }

  private static void checkRange(long nanos, long least, long most) throws Refusal {
    if (nanos < least * Stp.SECOND || nanos > most * Stp.SECOND) {
      throw new Refusal(Errno.ERANGE);
    }
  }

  private static void setForwardDelay(World world, Bridge bridge, long nanos) throws Refusal {
    if (bridge.stp) {
      checkRange(nanos, 2, 30);
    }
    BridgeStates.setForwardDelay(world, bridge, nanos);
  }

  private static void setHelloTime(Bridge bridge, long nanos) throws Refusal {
    checkRange(nanos, 1, 10);
    bridge.bridgeHelloTime = nanos;
    if (bridge.isRoot()) {
      bridge.helloTime = nanos;
    }
  }

  private static void setMaxAge(Bridge bridge, long nanos) throws Refusal {
    checkRange(nanos, 6, 40);
    bridge.bridgeMaxAge = nanos;
    if (bridge.isRoot()) {
      bridge.maxAge = nanos;
    }
  }

  /** br_set_ageing_time: what is too old by the new time goes at once. */
  private static void setAgeingTime(World world, Bridge bridge, long nanos) {
    bridge.fdb.collect(world.now(), bridge.holdTime());
    bridge.bridgeAgeingTime = nanos;
    bridge.ageingTime = nanos;
    bridge.fdb.collectAt = world.now();
  }
}
