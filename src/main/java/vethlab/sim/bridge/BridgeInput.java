package vethlab.sim.bridge;

import java.util.List;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Frame;
import vethlab.wire.Mac;

/**
 * A frame has come in by a port: net/bridge/br_input.c. It is learnt from, and goes to one port, to
 * all, or up to the host. Not modelled: MRP, CFM, multicast groups (without a querier every port
 * gets multicast anyway).
 */
final class BridgeInput {
  /** 01:80:c2:00:00:00 to :0f, which bridges do not pass on. */
  private static final long LINK_LOCAL = 0x0180_c200_0000L;

  private static final long LINK_LOCAL_MASK = 0xffff_ffff_fff0L;

  private BridgeInput() {}

  /** {@link Stage#BRIDGE_INPUT}: br_handle_frame. */
  static Stage input(World world, Skb skb) {
    NetDevice dev = world.device(skb.dev);
    if (!(dev.rxHandler instanceof BridgePortHandler handler)) {
      return Stage.PROTOCOL;
    }
    NetDevice self = world.device(handler.bridge());
    Bridge bridge = (Bridge) self.driver;
    BridgePort port = bridge.port(handler.number());
    Frame frame = skb.frame;
    if (frame.src().isMulticast() || frame.src().isZero()) {
      return world.drop(
          skb,
          DropReason.MAC_INVALID_SOURCE,
          "br_handle_frame",
          "bridge.invalid-source",
          frame.src());
    }
    if ((frame.dst().bits() & LINK_LOCAL_MASK) == LINK_LOCAL) {
      int last = (int) frame.dst().bits() & 0xf;
      if (last == 1) {
        return world.drop(
            skb, DropReason.NOT_SPECIFIED, "br_handle_frame", "bridge.pause", frame.dst());
      }
      if (!forwardsLinkLocal(bridge, last)) {
        return keepLinkLocal(world, bridge, port, skb);
      }
    }
    if (port.state != BridgePort.FORWARDING && port.state != BridgePort.LEARNING_STATE) {
      return world.drop(
          skb,
          DropReason.BRIDGE_INGRESS_STP_STATE,
          "br_handle_frame",
          "bridge.port-state",
          dev.name,
          BridgeWords.state(port.state));
    }
    if (frame.dst().bits() == self.mac.bits()) {
      skb.flags &= ~Skb.OTHERHOST;
    }
    if (BridgeNetfilter.wants(world, bridge, skb)) {
      return BridgeNetfilter.preRouting(world, self, skb);
    }
    return Stage.BRIDGE_DECIDE;
  }

  private static boolean forwardsLinkLocal(Bridge bridge, int last) {
    boolean masked = (bridge.groupForwardMask & 1 << last) != 0;
    return last == 0 ? !bridge.stp || masked : masked;
  }

  /** br_handle_local_finish: not forwarded, the port's own protocols see it. */
  private static Stage keepLinkLocal(World world, Bridge bridge, BridgePort port, Skb skb) {
    boolean learns = port.state == BridgePort.LEARNING_STATE || port.state == BridgePort.FORWARDING;
    if (port.has(BridgePort.LEARNING) && learns && !bridge.vlanFiltering) {
      bridge.fdb.learn(world, bridge, port, skb.frame.src(), 0);
    }
    if (world.tracing()) {
      world.trace().passed(skb, "br_handle_frame", "bridge.link-local", skb.frame.dst());
    }
    return Stage.PROTOCOL;
  }

  /** {@link Stage#BRIDGE_DECIDE}: br_handle_frame_finish. */
  static Stage decide(World world, Skb skb) {
    NetDevice dev = world.device(skb.dev);
    if (!(dev.rxHandler instanceof BridgePortHandler handler)) {
      return Stage.DONE;
    }
    NetDevice self = world.device(handler.bridge());
    Bridge bridge = (Bridge) self.driver;
    BridgePort port = bridge.port(handler.number());
    if (port.state == BridgePort.DISABLED) {
      return world.drop(
          skb,
          DropReason.BRIDGE_INGRESS_STP_STATE,
          "br_handle_frame_finish",
          "bridge.port-state",
          dev.name,
          BridgeWords.state(port.state));
    }
    if (bridge.vlanFiltering && !VlanFilter.enter(bridge, port.vlans, skb)) {
      return world.drop(
          skb,
          DropReason.VLAN_FILTER,
          "br_allowed_ingress",
          "bridge.vlan-ingress",
          dev.name,
          VlanFilter.describe(skb));
    }
    int vlan = skb.has(Skb.VLAN_FILTERED) ? skb.frame.vlan().id() : 0;
    if (bridge.fdb.collectAt <= world.now()) {
      bridge.fdb.collect(world.now(), bridge.holdTime());
    }
    if (port.has(BridgePort.LOCKED) && !isKnownBehind(bridge, port, skb.frame.src(), vlan)) {
      return world.drop(
          skb,
          DropReason.NOT_SPECIFIED,
          "br_handle_frame_finish",
          "bridge.locked",
          dev.name,
          skb.frame.src());
    }
    if (port.has(BridgePort.LEARNING)) {
      learn(world, bridge, port, skb, vlan);
    }
    if (port.state == BridgePort.LEARNING_STATE) {
      return world.drop(
          skb,
          DropReason.BRIDGE_INGRESS_STP_STATE,
          "br_handle_frame_finish",
          "bridge.port-state",
          dev.name,
          BridgeWords.state(port.state));
    }
    if (port.has(BridgePort.ISOLATED)) {
      skb.flags |= Skb.SOURCE_ISOLATED;
    }
    if (bridge.suppressesArp()) {
      ArpSuppress.look(world, bridge, port.number, skb, vlan);
    }
    return skb.frame.dst().isMulticast()
        ? toGroup(world, bridge, self, skb)
        : toStation(world, bridge, self, skb, vlan);
  }

  private static void learn(World world, Bridge bridge, BridgePort port, Skb skb, int vlan) {
    if (!world.tracing()) {
      bridge.fdb.learn(world, bridge, port, skb.frame.src(), vlan);
      return;
    }
    int before = bridge.fdb.find(skb.frame.src(), vlan).port;
    bridge.fdb.learn(world, bridge, port, skb.frame.src(), vlan);
    FdbEntry entry = bridge.fdb.find(skb.frame.src(), vlan);
    if (entry.port == before || entry.port != port.number) {
      return;
    }
    String there = world.device(port.device).name;
    String was = before == 0 ? "" : world.device(bridge.port(before).device).name;
    world
        .trace()
        .decided(
            skb,
            BridgeWords.row(world, bridge, entry),
            List.of(),
            "br_fdb_update",
            before == 0 ? "bridge.learnt" : "bridge.moved",
            skb.frame.src(),
            there,
            was);
  }

  private static boolean isKnownBehind(Bridge bridge, BridgePort port, Mac mac, int vlan) {
    FdbEntry entry = bridge.fdb.find(mac, vlan);
    return entry != FdbEntry.NONE && entry.port == port.number && !entry.has(FdbEntry.LOCAL);
  }

  /** Broadcast and multicast: to every port, and up. */
  private static Stage toGroup(World world, Bridge bridge, NetDevice self, Skb skb) {
    boolean broadcast = skb.frame.dst().isBroadcast();
    if (!broadcast) {
      self.rxMulticast++;
    }
    BridgeForward.flood(
        world, bridge, skb, broadcast ? BridgePort.BCAST_FLOOD : BridgePort.MCAST_FLOOD);
    return Stage.BRIDGE_PASS_UP;
  }

  private static Stage toStation(World world, Bridge bridge, NetDevice self, Skb skb, int vlan) {
    boolean up = self.isPromiscuous();
    FdbEntry entry = bridge.fdb.find(skb.frame.dst(), vlan);
    if (entry.has(FdbEntry.LOCAL)) {
      if (world.tracing()) {
        world
            .trace()
            .decided(
                skb,
                BridgeWords.row(world, bridge, entry),
                List.of(),
                "br_handle_frame_finish",
                "bridge.for-us",
                skb.frame.dst(),
                self.name);
      }
      return Stage.BRIDGE_PASS_UP;
    }
    if (entry != FdbEntry.NONE) {
      entry.used = world.now();
      return BridgeForward.toPort(world, bridge, skb, entry, up);
    }
    BridgeForward.flood(world, bridge, skb, BridgePort.FLOOD);
    return up ? Stage.BRIDGE_PASS_UP : Stage.DONE;
  }

  /** {@link Stage#BRIDGE_PASS_UP}: br_pass_frame_up: it comes up as one of the bridge device. */
  static Stage passUp(World world, Skb skb) {
    NetDevice dev = world.device(skb.dev);
    if (!(dev.rxHandler instanceof BridgePortHandler handler)) {
      return Stage.DONE;
    }
    NetDevice self = world.device(handler.bridge());
    Bridge bridge = (Bridge) self.driver;
    self.rxPackets++;
    self.rxBytes += skb.frame.length() - Frame.HEADER_LENGTH;
    if (skb.has(Skb.VLAN_FILTERED)
        && !VlanFilter.leave(bridge.vlans, skb)
        && !self.isPromiscuous()) {
      return world.drop(
          skb,
          DropReason.BRIDGE_NOT_ALLOWED_EGRESS,
          "br_pass_frame_up",
          "bridge.vlan-self",
          self.name,
          skb.frame.vlan().id());
    }
    skb.flags &= ~Skb.VLAN_FILTERED;
    skb.dev = self.id;
    skb.inDev = self.id;
    if (skb.has(Skb.BRIDGED)) {
      skb.flags |= Skb.BRIDGE_PREROUTED;
    }
    if (world.tracing()) {
      world.trace().passed(skb, "br_pass_frame_up", "bridge.up", dev.name, self.name);
    }
    return Stage.RECEIVE;
  }
}
