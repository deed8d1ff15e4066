package vethlab.sim.bridge;

/** A bridge's port: struct net_bridge_port. Times are virtual nanoseconds. */
final class BridgePort {
  static final int DISABLED = 0;
  static final int LISTENING = 1;
  static final int LEARNING_STATE = 2;
  static final int FORWARDING = 3;
  static final int BLOCKING = 4;

  static final int HAIRPIN = 1;
  static final int GUARD = 1 << 1;
  static final int ROOT_BLOCK = 1 << 2;
  static final int FAST_LEAVE = 1 << 3;
  static final int LEARNING = 1 << 4;
  static final int FLOOD = 1 << 5;
  static final int MCAST_FLOOD = 1 << 6;
  static final int BCAST_FLOOD = 1 << 7;
  static final int PROXY_ARP = 1 << 8;
  static final int PROXY_ARP_WIFI = 1 << 9;
  static final int NEIGH_SUPPRESS = 1 << 10;
  static final int VLAN_TUNNEL = 1 << 11;
  static final int ISOLATED = 1 << 12;
  static final int LOCKED = 1 << 13;
  static final int ADMIN_COST = 1 << 14;

  /** A timer that does not run. */
  static final long NEVER = Long.MAX_VALUE;

  /** NetDevice id. */
  final int device;

  /** From 1; the lowest that was free. */
  final int number;

  int state = DISABLED;
  int flags = LEARNING | FLOOD | MCAST_FLOOD | BCAST_FLOOD;
  int priority = 32;
  int pathCost;
  int multicastRouter = 1;

  long designatedRoot;
  long designatedBridge;
  int designatedCost;
  int designatedPort;
  long designatedAge;
  boolean topologyChangeAck;
  boolean configPending;

  long messageAgeAt = NEVER;
  long forwardDelayAt = NEVER;
  long holdAt = NEVER;

  VlanSet vlans = VlanSet.NONE;

  BridgePort(int device, int number, int pathCost) {
    this.device = device;
    this.number = number;
    this.pathCost = pathCost;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** Priority in the upper 6 bits, number in the lower 10. */
  int id() {
    return priority << 10 | number;
  }

  BridgePort copy() {
    BridgePort copy = new BridgePort(device, number, pathCost);
    copy.state = state;
    copy.flags = flags;
    copy.priority = priority;
    copy.multicastRouter = multicastRouter;
    copy.designatedRoot = designatedRoot;
    copy.designatedBridge = designatedBridge;
    copy.designatedCost = designatedCost;
    copy.designatedPort = designatedPort;
    copy.designatedAge = designatedAge;
    copy.topologyChangeAck = topologyChangeAck;
    copy.configPending = configPending;
    copy.messageAgeAt = messageAgeAt;
    copy.forwardDelayAt = forwardDelayAt;
    copy.holdAt = holdAt;
    copy.vlans = vlans;
    return copy;
  }
}
