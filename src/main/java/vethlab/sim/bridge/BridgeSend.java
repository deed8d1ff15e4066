package vethlab.sim.bridge;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.Transmit;
import vethlab.sim.trace.DropReason;

/** The host sends through its bridge: net/bridge/br_device.c br_dev_xmit. */
final class BridgeSend {
  private BridgeSend() {}

  /** {@link Stage#BRIDGE_SEND}. */
  static Stage send(World world, Skb skb) {
    NetDevice self = world.device(skb.dev);
    Bridge bridge = (Bridge) self.driver;
    if (skb.has(Skb.BRIDGED_DNAT)) {
      return BridgeDnat.resolved(skb);
    }
    Transmit.count(self, skb.frame);
    skb.flags &= ~(Skb.VLAN_FILTERED | Skb.SOURCE_ISOLATED | Skb.ARP_SUPPRESSED);
    if (bridge.vlanFiltering && !VlanFilter.enter(bridge, bridge.vlans, skb)) {
      return world.drop(
          skb,
          DropReason.VLAN_FILTER,
          "br_allowed_ingress",
          "bridge.vlan-ingress",
          self.name,
          VlanFilter.describe(skb));
    }
    int vlan = skb.has(Skb.VLAN_FILTERED) ? skb.frame.vlan().id() : 0;
    bridge.fdb.collect(world.now(), bridge.holdTime());
    if (bridge.suppressesArp()) {
      ArpSuppress.look(world, bridge, 0, skb, vlan);
    }
    if (skb.frame.dst().isMulticast()) {
      boolean broadcast = skb.frame.dst().isBroadcast();
      BridgeForward.flood(
          world, bridge, skb, broadcast ? BridgePort.BCAST_FLOOD : BridgePort.MCAST_FLOOD);
      return Stage.DONE;
    }
    FdbEntry entry = bridge.fdb.find(skb.frame.dst(), vlan);
    if (entry == FdbEntry.NONE) {
      BridgeForward.flood(world, bridge, skb, BridgePort.FLOOD);
      return Stage.DONE;
    }
    if (entry.port == 0) {
      return world.drop(
          skb,
          DropReason.NOT_SPECIFIED,
          "br_forward",
          "bridge.to-itself",
          skb.frame.dst(),
          self.name);
    }
    return BridgeForward.toPort(world, bridge, skb, entry, false);
  }
}
