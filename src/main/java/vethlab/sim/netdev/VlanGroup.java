package vethlab.sim.netdev;

import java.util.Arrays;
import vethlab.sim.Skb;
import vethlab.wire.Vlan;

/**
 * The VLAN devices on a link by protocol and id: net/8021q vlan_group. A value; changing it makes
 * another.
 */
public final class VlanGroup {
  public static final VlanGroup NONE = new VlanGroup(new int[0], new int[0]);

  private final int[] keys;
  private final int[] devices;

  private VlanGroup(int[] keys, int[] devices) {
    this.keys = keys;
    this.devices = devices;
  }

  public boolean isEmpty() {
    return keys.length == 0;
  }

  /** The VLAN device for this tag (NetDevice id), {@link Skb#NO_DEVICE} if there is none. */
  int find(int protocol, int id) {
    int at = Arrays.binarySearch(keys, key(protocol, id));
    return at < 0 ? Skb.NO_DEVICE : devices[at];
  }

  VlanGroup with(int protocol, int id, int device) {
    int at = -Arrays.binarySearch(keys, key(protocol, id)) - 1;
    return new VlanGroup(inserted(keys, at, key(protocol, id)), inserted(devices, at, device));
  }

  VlanGroup without(int protocol, int id) {
    int at = Arrays.binarySearch(keys, key(protocol, id));
    if (at < 0) {
      return this;
    }
    return keys.length == 1 ? NONE : new VlanGroup(removed(keys, at), removed(devices, at));
  }

  private static int key(int protocol, int id) {
    return (protocol == Vlan.DOT1Q ? 0 : 0x1000) | id;
  }

  private static int[] inserted(int[] from, int at, int value) {
    int[] to = new int[from.length + 1];
    System.arraycopy(from, 0, to, 0, at);
    to[at] = value;
    System.arraycopy(from, at, to, at + 1, from.length - at);
    return to;
  }

  private static int[] removed(int[] from, int at) {
    int[] to = new int[from.length - 1];
    System.arraycopy(from, 0, to, 0, at);
    System.arraycopy(from, at + 1, to, at, to.length - at);
    return to;
  }
}
