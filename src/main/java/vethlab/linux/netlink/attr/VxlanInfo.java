package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** A VXLAN tunnel end. Source: linux/if_link.h. */
public enum VxlanInfo implements Attr {
  ID(1, Format.U32),
  GROUP(2, Format.IP4),
  LINK(3, Format.U32),
  LOCAL(4, Format.IP4),
  TTL(5, Format.U8),
  TOS(6, Format.U8),
  LEARNING(7, Format.U8),
  AGEING(8, Format.U32),
  LIMIT(9, Format.U32),
  PORT_RANGE(10, Format.BINARY),
  PROXY(11, Format.U8),
  RSC(12, Format.U8),
  L2MISS(13, Format.U8),
  L3MISS(14, Format.U8),
  PORT(15, Format.BE16),
  UDP_CSUM(18, Format.U8),
  COLLECT_METADATA(25, Format.U8);

  private final int number;
  private final Format format;

  VxlanInfo(int number, Format format) {
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
    return "IFLA_VXLAN_" + name();
  }
}
