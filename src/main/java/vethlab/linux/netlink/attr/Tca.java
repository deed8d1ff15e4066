package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Attributes of a queueing discipline. Source: linux/rtnetlink.h. */
public enum Tca implements Attr {
  KIND(1, Format.STRING),
  OPTIONS(2, Format.BINARY),
  STATS(3, Format.BINARY),
  XSTATS(4, Format.BINARY),
  STATS2(7, Format.NESTED, TcaStats.class),
  HW_OFFLOAD(12, Format.U8);

  private final int number;
  private final Format format;
  private final Class<? extends Attr> inner;

  Tca(int number, Format format) {
    this(number, format, Attr.class);
  }

  Tca(int number, Format format, Class<? extends Attr> inner) {
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
    return "TCA_" + name();
  }
}
