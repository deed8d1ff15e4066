package vethlab.sim.netfilter;

/**
 * The order of functions at a hook. Source: include/uapi/linux/netfilter_ipv4.h
 * nf_ip_hook_priorities.
 */
final class Priority {
  static final int CONNTRACK_DEFRAG = -400;
  static final int RAW = -300;
  static final int CONNTRACK = -200;
  static final int MANGLE = -150;
  static final int NAT_DST = -100;
  static final int FILTER = 0;
  static final int NAT_SRC = 100;
  static final int SECURITY = 150;
  static final int CONNTRACK_CONFIRM = Integer.MAX_VALUE;

  private Priority() {}
}
