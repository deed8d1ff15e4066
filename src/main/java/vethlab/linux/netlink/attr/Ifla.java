package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Attributes of a link. Source: linux/if_link.h. */
public enum Ifla implements Attr {
  ADDRESS(1, Format.MAC),
  BROADCAST(2, Format.MAC),
  IFNAME(3, Format.STRING),
  MTU(4, Format.U32),
  LINK(5, Format.U32),
  QDISC(6, Format.STRING),
  STATS(7, Format.BINARY),
  COST(8, Format.BINARY),
  PRIORITY(9, Format.BINARY),
  MASTER(10, Format.U32),
  PROTINFO(12, Format.NESTED, Brport.class),
  TXQLEN(13, Format.U32),
  MAP(14, Format.BINARY),
  WEIGHT(15, Format.U32),
  OPERSTATE(16, Format.U8),
  LINKMODE(17, Format.U8),
  LINKINFO(18, Format.NESTED, LinkInfo.class),
  NET_NS_PID(19, Format.U32),
  IFALIAS(20, Format.STRING),
  NUM_VF(21, Format.U32),
  STATS64(23, Format.BINARY),
  AF_SPEC(26, Format.NESTED, AfSpec.class),
  GROUP(27, Format.U32),
  NET_NS_FD(28, Format.U32),
  EXT_MASK(29, Format.U32),
  PROMISCUITY(30, Format.U32),
  NUM_TX_QUEUES(31, Format.U32),
  NUM_RX_QUEUES(32, Format.U32),
  CARRIER(33, Format.U8),
  CARRIER_CHANGES(35, Format.U32),
  LINK_NETNSID(37, Format.U32),
  PROTO_DOWN(39, Format.U8),
  GSO_MAX_SEGS(40, Format.U32),
  GSO_MAX_SIZE(41, Format.U32),
  NEW_NETNSID(45, Format.U32),
  TARGET_NETNSID(46, Format.U32),
  CARRIER_UP_COUNT(47, Format.U32),
  CARRIER_DOWN_COUNT(48, Format.U32),
  NEW_IFINDEX(49, Format.U32),
  MIN_MTU(50, Format.U32),
  MAX_MTU(51, Format.U32),
  ALT_IFNAME(53, Format.STRING),
  PERM_ADDRESS(54, Format.MAC),
  ALLMULTI(61, Format.U32);

  private final int number;
  private final Format format;
  private final Class<? extends Attr> inner;

  Ifla(int number, Format format) {
    this(number, format, Attr.class);
  }

  Ifla(int number, Format format, Class<? extends Attr> inner) {
    this.number = number;
    this.format = format;
    this.inner = inner;
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
  public Class<? extends Attr> inner() {
    return inner;
  }

  @Override
  public String label() {
    return "IFLA_" + name();
  }
}
