package vethlab.sim.bridge;

import java.util.Arrays;

/**
 * The VLANs of a port, or of the bridge itself: struct net_bridge_vlan_group. A value; changing it
 * makes another, so ports share it.
 */
final class VlanSet {
  static final VlanSet NONE = new VlanSet(new int[0], new boolean[0], 0);

  /** Ascending. */
  private final int[] ids;

  private final boolean[] untagged;

  /** Where untagged frames belong; 0 for nowhere. */
  final int pvid;

  private VlanSet(int[] ids, boolean[] untagged, int pvid) {
    this.ids = ids;
    this.untagged = untagged;
    this.pvid = pvid;
  }

  int size() {
    return ids.length;
  }

  int id(int at) {
    return ids[at];
  }

  boolean untaggedAt(int at) {
    return untagged[at];
  }

  boolean has(int id) {
    return Arrays.binarySearch(ids, id) >= 0;
  }

  /** Whether frames of that VLAN leave without their tag. */
  boolean leavesUntagged(int id) {
    int at = Arrays.binarySearch(ids, id);
    return at >= 0 && untagged[at];
  }

  /** __vlan_flags_update: adds the VLAN or changes what it is here. */
  VlanSet with(int id, Membership membership) {
    int at = Arrays.binarySearch(ids, id);
    int[] moreIds = ids;
    boolean[] moreUntagged;
    if (at >= 0) {
      moreUntagged = untagged.clone();
    } else {
      at = -at - 1;
      moreIds = new int[ids.length + 1];
      moreUntagged = new boolean[moreIds.length];
      System.arraycopy(ids, 0, moreIds, 0, at);
      System.arraycopy(untagged, 0, moreUntagged, 0, at);
      System.arraycopy(ids, at, moreIds, at + 1, ids.length - at);
      System.arraycopy(untagged, at, moreUntagged, at + 1, ids.length - at);
      moreIds[at] = id;
    }
    moreUntagged[at] = membership.untagged();
    int nowPvid = membership.pvid() ? id : pvid == id ? 0 : pvid;
    return new VlanSet(moreIds, moreUntagged, nowPvid);
  }

  VlanSet without(int id) {
    int at = Arrays.binarySearch(ids, id);
    if (at < 0) {
      return this;
    }
    int[] fewerIds = new int[ids.length - 1];
    boolean[] fewerUntagged = new boolean[fewerIds.length];
    System.arraycopy(ids, 0, fewerIds, 0, at);
    System.arraycopy(untagged, 0, fewerUntagged, 0, at);
    System.arraycopy(ids, at + 1, fewerIds, at, fewerIds.length - at);
    System.arraycopy(untagged, at + 1, fewerUntagged, at, fewerIds.length - at);
    return new VlanSet(fewerIds, fewerUntagged, pvid == id ? 0 : pvid);
  }

  /** vlan_default_pvid: the VLAN is here as the default one would be. */
  boolean isDefault(int id) {
    return pvid == id && leavesUntagged(id);
  }

  /** What a VLAN is to a port. */
  record Membership(boolean pvid, boolean untagged) {
    static final Membership DEFAULT = new Membership(true, true);
  }
}
