package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Settings and facts of a bridge; times in hundredths of a second. Source: linux/if_link.h. */
public enum Br implements Attr {
  FORWARD_DELAY(1, Format.U32),
  HELLO_TIME(2, Format.U32),
  MAX_AGE(3, Format.U32),
  AGEING_TIME(4, Format.U32),
  STP_STATE(5, Format.U32),
  PRIORITY(6, Format.U16),
  VLAN_FILTERING(7, Format.U8),
  VLAN_PROTOCOL(8, Format.BE16),
  GROUP_FWD_MASK(9, Format.U16),
  ROOT_ID(10, Format.BE64),
  BRIDGE_ID(11, Format.BE64),
  ROOT_PORT(12, Format.U16),
  ROOT_PATH_COST(13, Format.U32),
  TOPOLOGY_CHANGE(14, Format.U8),
  TOPOLOGY_CHANGE_DETECTED(15, Format.U8),
  HELLO_TIMER(16, Format.U64),
  TCN_TIMER(17, Format.U64),
  TOPOLOGY_CHANGE_TIMER(18, Format.U64),
  GC_TIMER(19, Format.U64),
  GROUP_ADDR(20, Format.MAC),
  FDB_FLUSH(21, Format.FLAG),
  MCAST_ROUTER(22, Format.U8),
  MCAST_SNOOPING(23, Format.U8),
  MCAST_QUERY_USE_IFADDR(24, Format.U8),
  MCAST_QUERIER(25, Format.U8),
  NF_CALL_IPTABLES(36, Format.U8),
  NF_CALL_IP6TABLES(37, Format.U8),
  NF_CALL_ARPTABLES(38, Format.U8),
  VLAN_DEFAULT_PVID(39, Format.U16),
  VLAN_STATS_ENABLED(41, Format.U8);

  private final int number;
  private final Format format;

  Br(int number, Format format) {
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
    return "IFLA_BR_" + name();
  }
}
