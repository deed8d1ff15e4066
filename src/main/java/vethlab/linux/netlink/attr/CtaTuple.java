package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** One direction of a connection. Source: linux/netfilter/nfnetlink_conntrack.h. */
public enum CtaTuple implements Attr {
  IP(1, Format.NESTED, CtaIp.class),
  PROTO(2, Format.NESTED, CtaProto.class),
  ZONE(3, Format.BE16);

  private final int number;
  private final Format format;
  private final Class<? extends Attr> inner;

  CtaTuple(int number, Format format) {
    this(number, format, Attr.class);
  }

  CtaTuple(int number, Format format, Class<? extends Attr> inner) {
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
    return "CTA_TUPLE_" + name();
  }
}
