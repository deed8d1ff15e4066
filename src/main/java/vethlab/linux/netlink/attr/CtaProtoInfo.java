package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** What a protocol remembers of a connection. Source: linux/netfilter/nfnetlink_conntrack.h. */
public enum CtaProtoInfo implements Attr {
  TCP(1, Format.NESTED, CtaTcp.class);

  private final int number;
  private final Format format;
  private final Class<? extends Attr> inner;

  CtaProtoInfo(int number, Format format) {
    this(number, format, Attr.class);
  }

  CtaProtoInfo(int number, Format format, Class<? extends Attr> inner) {
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
    return "CTA_PROTOINFO_" + name();
  }
}
