package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** IPv6 settings of a link. Source: linux/if_link.h. */
public enum Inet6Link implements Attr {
  FLAGS(1, Format.U32),
  CONF(2, Format.BINARY),
  STATS(3, Format.BINARY),
  ADDR_GEN_MODE(8, Format.U8);

  private final int number;
  private final Format format;

  Inet6Link(int number, Format format) {
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
    return "IFLA_INET6_" + name();
  }
}
