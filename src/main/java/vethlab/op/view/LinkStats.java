package vethlab.op.view;

/** A link's counters: packets and bytes. Source: struct rtnl_link_stats64. */
public record LinkStats(
    long rxPackets,
    long rxBytes,
    long rxErrors,
    long rxDropped,
    long rxMulticast,
    long txPackets,
    long txBytes,
    long txErrors,
    long txDropped,
    long collisions,
    long txCarrier) {
  public static final LinkStats ZERO = new LinkStats(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
