package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Settings and facts of a bridge port. Source: linux/if_link.h. */
public enum Brport implements Attr {
  STATE(1, Format.U8),
  PRIORITY(2, Format.U16),
  COST(3, Format.U32),
  MODE(4, Format.U8),
  GUARD(5, Format.U8),
  PROTECT(6, Format.U8),
  FAST_LEAVE(7, Format.U8),
  LEARNING(8, Format.U8),
  UNICAST_FLOOD(9, Format.U8),
  PROXYARP(10, Format.U8),
  LEARNING_SYNC(11, Format.U8),
  PROXYARP_WIFI(12, Format.U8),
  ROOT_ID(13, Format.BE64),
  BRIDGE_ID(14, Format.BE64),
  DESIGNATED_PORT(15, Format.U16),
  DESIGNATED_COST(16, Format.U16),
  ID(17, Format.U16),
  NO(18, Format.U16),
  TOPOLOGY_CHANGE_ACK(19, Format.U8),
  CONFIG_PENDING(20, Format.U8),
  MESSAGE_AGE_TIMER(21, Format.U64),
  FORWARD_DELAY_TIMER(22, Format.U64),
  HOLD_TIMER(23, Format.U64),
  FLUSH(24, Format.FLAG),
  MULTICAST_ROUTER(25, Format.U8),
  MCAST_FLOOD(27, Format.U8),
  MCAST_TO_UCAST(28, Format.U8),
  VLAN_TUNNEL(29, Format.U8),
  BCAST_FLOOD(30, Format.U8),
  GROUP_FWD_MASK(31, Format.U16),
  NEIGH_SUPPRESS(32, Format.U8),
  ISOLATED(33, Format.U8),
  BACKUP_PORT(34, Format.U32),
  LOCKED(39, Format.U8);

  private final int number;
  private final Format format;

  Brport(int number, Format format) {
    this.number = number;
    this.format = format;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public String label() {
    return "IFLA_BRPORT_" + name();
  }
}
