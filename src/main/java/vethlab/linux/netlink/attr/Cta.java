package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Attributes of a connection. Source: linux/netfilter/nfnetlink_conntrack.h. */
public enum Cta implements Attr {
  TUPLE_ORIG(1, Format.NESTED, CtaTuple.class),
  TUPLE_REPLY(2, Format.NESTED, CtaTuple.class),
  STATUS(3, Format.BE32),
  PROTOINFO(4, Format.NESTED, CtaProtoInfo.class),
  TIMEOUT(7, Format.BE32),
  MARK(8, Format.BE32),
  COUNTERS_ORIG(9, Format.NESTED, CtaCounters.class),
  COUNTERS_REPLY(10, Format.NESTED, CtaCounters.class),
  USE(11, Format.BE32),
  ID(12, Format.BE32),
  TUPLE_MASTER(14, Format.NESTED, CtaTuple.class),
  ZONE(20, Format.BE16),
  MARK_MASK(23, Format.BE32);

  private final int number;
  private final Format format;
  private final Class<? extends Attr> inner;

  Cta(int number, Format format) {
    this(number, format, Attr.class);
  }

  Cta(int number, Format format, Class<? extends Attr> inner) {
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
    return "CTA_" + name();
  }
}
