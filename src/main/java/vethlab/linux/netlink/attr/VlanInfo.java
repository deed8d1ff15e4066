package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** A VLAN device. Source: linux/if_link.h. */
public enum VlanInfo implements Attr {
  ID(1, Format.U16),
  FLAGS(2, Format.BINARY),
  EGRESS_QOS(3, Format.BINARY),
  INGRESS_QOS(4, Format.BINARY),
  PROTOCOL(5, Format.BE16);

  private final int number;
  private final Format format;

  VlanInfo(int number, Format format) {
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
    return "IFLA_VLAN_" + name();
  }
}
