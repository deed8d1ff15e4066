package vethlab.op;

/**
 * Settings of a bridge port as {@code bridge link set} and {@code ip link set IF type bridge_slave}
 * name them. Source: IFLA_BRPORT_ in linux/if_link.h.
 */
public enum PortAttr {
  STATE,
  PRIORITY,
  COST,
  HAIRPIN,
  GUARD,
  ROOT_BLOCK,
  FASTLEAVE,
  LEARNING,
  FLOOD,
  MCAST_FLOOD,
  BCAST_FLOOD,
  MCAST_ROUTER,
  PROXY_ARP,
  PROXY_ARP_WIFI,
  NEIGH_SUPPRESS,
  VLAN_TUNNEL,
  ISOLATED,
  LOCKED;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
