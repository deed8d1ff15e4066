package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Attributes of a policy rule. Source: linux/fib_rules.h. */
public enum Fra implements Attr {
  DST(1, Format.IP4),
  SRC(2, Format.IP4),
  IIFNAME(3, Format.STRING),
  GOTO(4, Format.U32),
  PRIORITY(6, Format.U32),
  FWMARK(10, Format.U32),
  FLOW(11, Format.U32),
  TUN_ID(12, Format.BE64),
  SUPPRESS_IFGROUP(13, Format.U32),
  SUPPRESS_PREFIXLEN(14, Format.U32),
  TABLE(15, Format.U32),
  FWMASK(16, Format.U32),
  OIFNAME(17, Format.STRING),
  L3MDEV(19, Format.U8),
  UID_RANGE(20, Format.BINARY),
  PROTOCOL(21, Format.U8),
  IP_PROTO(22, Format.U8),
  SPORT_RANGE(23, Format.U16_PAIR),
  DPORT_RANGE(24, Format.U16_PAIR);

  private final int number;
  private final Format format;

  Fra(int number, Format format) {
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
    return "FRA_" + name();
  }
}
