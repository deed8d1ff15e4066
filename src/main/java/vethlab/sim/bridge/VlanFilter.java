package vethlab.sim.bridge;

import vethlab.sim.Skb;
import vethlab.wire.Vlan;

/**
 * A bridge that filters VLANs: net/bridge/br_vlan.c br_allowed_ingress, br_allowed_egress,
 * br_handle_vlan. Inside the bridge every frame carries the tag of its VLAN. Not modelled: states
 * and counters of a VLAN, a tag of another protocol than the bridge's inside one of its own.
 */
final class VlanFilter {
  private VlanFilter() {}

  /** __allowed_ingress: which VLAN it is in; false where it may not come in. */
  static boolean enter(Bridge bridge, VlanSet vlans, Skb skb) {
    skb.flags |= Skb.VLAN_FILTERED;
    Vlan tag = skb.frame.vlan();
    if (!tag.isNone() && tag.protocol() != bridge.vlanProtocol) {
      return false;
    }
    if (tag.isNone() || tag.id() == 0) {
      if (vlans.pvid == 0) {
        return false;
      }
      skb.frame = skb.frame.withVlan(new Vlan(bridge.vlanProtocol, tag.tci() | vlans.pvid));
      return true;
    }
    return vlans.has(tag.id());
  }

  /** br_allowed_egress. */
  static boolean mayLeave(VlanSet vlans, Skb skb) {
    return !skb.has(Skb.VLAN_FILTERED) || vlans.has(skb.frame.vlan().id());
  }

  /** br_handle_vlan: it leaves, without its tag where that is so; false where it may not. */
  static boolean leave(VlanSet vlans, Skb skb) {
    int id = skb.frame.vlan().id();
    if (!vlans.has(id)) {
      return false;
    }
    if (vlans.leavesUntagged(id)) {
      skb.frame = skb.frame.withVlan(Vlan.NONE);
    }
    return true;
  }

  /** For a trace. */
  static String describe(Skb skb) {
    return skb.frame.vlan().isNone() ? "untagged" : "VLAN " + skb.frame.vlan().id();
  }
}
