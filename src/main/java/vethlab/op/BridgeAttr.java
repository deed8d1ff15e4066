package vethlab.op;

/**
 * Settings of a bridge as {@code ip link set BR type bridge} names them. Times are in hundredths of
 * a second as the kernel takes them. Source: IFLA_BR_ in linux/if_link.h.
 */
public enum BridgeAttr {
  FORWARD_DELAY,
  HELLO_TIME,
  MAX_AGE,
  AGEING_TIME,
  STP_STATE,
  PRIORITY,
  VLAN_FILTERING,
  VLAN_PROTOCOL,
  VLAN_DEFAULT_PVID,
  VLAN_STATS_ENABLED,
  GROUP_FWD_MASK,
  MCAST_SNOOPING,
  MCAST_QUERIER,
  MCAST_ROUTER,
  NF_CALL_IPTABLES,
  NF_CALL_IP6TABLES,
  NF_CALL_ARPTABLES;

  /** The name as iproute2 spells it. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
