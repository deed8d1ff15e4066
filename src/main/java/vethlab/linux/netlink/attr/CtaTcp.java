package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** What TCP remembers of a connection. Source: linux/netfilter/nfnetlink_conntrack.h. */
public enum CtaTcp implements Attr {
  STATE(1, Format.U8),
  WSCALE_ORIGINAL(2, Format.U8),
  WSCALE_REPLY(3, Format.U8),
  FLAGS_ORIGINAL(4, Format.BINARY),
  FLAGS_REPLY(5, Format.BINARY);

  private final int number;
  private final Format format;

  CtaTcp(int number, Format format) {
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
    return "CTA_PROTOINFO_TCP_" + name();
  }
}
