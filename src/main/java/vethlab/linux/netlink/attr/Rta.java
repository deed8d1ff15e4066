package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Attributes of a route. Source: linux/rtnetlink.h. */
public enum Rta implements Attr {
  DST(1, Format.IP4),
  SRC(2, Format.IP4),
  IIF(3, Format.U32),
  OIF(4, Format.U32),
  GATEWAY(5, Format.IP4),
  PRIORITY(6, Format.U32),
  PREFSRC(7, Format.IP4),
  METRICS(8, Format.NESTED, Rtax.class),
  MULTIPATH(9, Format.HOPS),
  FLOW(11, Format.U32),
  CACHEINFO(12, Format.BINARY),
  TABLE(15, Format.U32),
  MARK(16, Format.U32),
  PREF(20, Format.U8),
  EXPIRES(23, Format.U32),
  UID(25, Format.U32),
  IP_PROTO(27, Format.U8),
  SPORT(28, Format.BE16),
  DPORT(29, Format.BE16),
  NH_ID(30, Format.U32);

  private final int number;
  private final Format format;
  private final Class<? extends Attr> inner;

  Rta(int number, Format format) {
    this(number, format, Attr.class);
  }

  Rta(int number, Format format, Class<? extends Attr> inner) {
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
    return "RTA_" + name();
  }
}
