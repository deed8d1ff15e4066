package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Attributes of a neighbour or a forwarding entry. Source: linux/neighbour.h. */
public enum Nda implements Attr {
  DST(1, Format.IP4),
  LLADDR(2, Format.MAC),
  CACHEINFO(3, Format.BINARY),
  PROBES(4, Format.U32),
  VLAN(5, Format.U16),
  PORT(6, Format.BE16),
  VNI(7, Format.U32),
  IFINDEX(8, Format.U32),
  MASTER(9, Format.U32),
  LINK_NETNSID(10, Format.U32),
  SRC_VNI(11, Format.U32),
  PROTOCOL(12, Format.U8),
  NH_ID(13, Format.U32),
  FDB_EXT_ATTRS(14, Format.BINARY),
  FLAGS_EXT(15, Format.U32);

  private final int number;
  private final Format format;

  Nda(int number, Format format) {
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
    return "NDA_" + name();
  }
}
