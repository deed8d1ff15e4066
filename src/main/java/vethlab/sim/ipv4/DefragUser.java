package vethlab.sim.ipv4;

/** Who wants whole packets: enum ip_defrag_users. */
public enum DefragUser {
  LOCAL_DELIVER,
  CONNTRACK_IN,
  CONNTRACK_OUT,
  CONNTRACK_BRIDGE_IN
}
