package vethlab.sim.netdev;

import java.util.List;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * Behind which far ends a vxlan finds a station: struct vxlan_fdb. The all-zero address stands for
 * all that are not known. A value.
 *
 * @param permanent it does not age
 * @param updated virtual nanoseconds
 */
record VxlanEntry(Mac mac, boolean permanent, List<Remote> remotes, long updated) {
  /**
   * One far end.
   *
   * @param device the link to reach it by (NetDevice id), 0 lets the routes decide
   */
  record Remote(Ip4 ip, int port, int vni, int device) {}

  VxlanEntry withRemotes(List<Remote> remotes) {
    return new VxlanEntry(mac, permanent, remotes, updated);
  }

  VxlanEntry seen(long now) {
    return new VxlanEntry(mac, permanent, remotes, now);
  }
}
