package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** A tuple's addresses. Source: linux/netfilter/nfnetlink_conntrack.h. */
public enum CtaIp implements Attr {
  V4_SRC(1, Format.IP4),
  V4_DST(2, Format.IP4),
  V6_SRC(3, Format.BINARY),
  V6_DST(4, Format.BINARY);

  private final int number;
  private final Format format;

  CtaIp(int number, Format format) {
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
    return "CTA_IP_" + name();
  }
}
