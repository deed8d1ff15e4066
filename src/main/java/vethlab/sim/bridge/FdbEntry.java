package vethlab.sim.bridge;

import vethlab.wire.Mac;

/** Where an address is: struct net_bridge_fdb_entry. Times are virtual nanoseconds. */
final class FdbEntry {
  static final int LOCAL = 1;
  static final int STATIC = 2;
  static final int STICKY = 4;
  static final int ADDED_BY_USER = 8;
  static final int EXTERN_LEARN = 16;

  /** No entry. */
  static final FdbEntry NONE = new FdbEntry(0, 0, 0, 0);

  private static final int VLAN_SHIFT = 48;

  /** VLAN and address, see {@link #key}. */
  final long key;

  /** Port number; 0: the bridge itself. */
  int port;

  int flags;
  long updated;
  long used;

  FdbEntry(long key, int port, int flags, long now) {
    this.key = key;
    this.port = port;
    this.flags = flags;
    this.updated = now;
    this.used = now;
  }

  static long key(Mac mac, int vlan) {
    return mac.bits() | (long) vlan << VLAN_SHIFT;
  }

  Mac mac() {
    return new Mac(key & (1L << VLAN_SHIFT) - 1);
  }

  int vlan() {
    return (int) (key >>> VLAN_SHIFT);
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** Whether it never ages. */
  boolean stays() {
    return (flags & (STATIC | EXTERN_LEARN)) != 0;
  }

  FdbEntry copy() {
    FdbEntry copy = new FdbEntry(key, port, flags, updated);
    copy.used = used;
    return copy;
  }
}
