package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** A tuple's protocol part. Source: linux/netfilter/nfnetlink_conntrack.h. */
public enum CtaProto implements Attr {
  NUM(1, Format.U8),
  SRC_PORT(2, Format.BE16),
  DST_PORT(3, Format.BE16),
  ICMP_ID(4, Format.BE16),
  ICMP_TYPE(5, Format.U8),
  ICMP_CODE(6, Format.U8);

  private final int number;
  private final Format format;

  CtaProto(int number, Format format) {
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
    return "CTA_PROTO_" + name();
  }
}
