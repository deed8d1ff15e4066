package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Attributes of an address. Source: linux/if_addr.h. */
public enum Ifa implements Attr {
  ADDRESS(1, Format.IP4),
  LOCAL(2, Format.IP4),
  LABEL(3, Format.STRING),
  BROADCAST(4, Format.IP4),
  ANYCAST(5, Format.IP4),
  CACHEINFO(6, Format.BINARY),
  MULTICAST(7, Format.BINARY),
  FLAGS(8, Format.U32),
  RT_PRIORITY(9, Format.U32),
  TARGET_NETNSID(10, Format.U32),
  PROTO(11, Format.U8);

  private final int number;
  private final Format format;

  Ifa(int number, Format format) {
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
    return "IFA_" + name();
  }
}
