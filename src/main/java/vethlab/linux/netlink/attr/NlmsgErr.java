package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** What a kernel adds to an error (extended acknowledgement). Source: linux/netlink.h. */
public enum NlmsgErr implements Attr {
  MSG(1, Format.STRING),
  OFFS(2, Format.U32),
  COOKIE(3, Format.BINARY),
  POLICY(4, Format.BINARY),
  MISS_TYPE(5, Format.U32),
  MISS_NEST(6, Format.U32);

  private final int number;
  private final Format format;

  NlmsgErr(int number, Format format) {
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
    return "NLMSGERR_ATTR_" + name();
  }
}
