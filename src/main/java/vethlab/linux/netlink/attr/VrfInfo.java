package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** A VRF. Source: linux/if_link.h. */
public enum VrfInfo implements Attr {
  TABLE(1, Format.U32);

  private final int number;
  private final Format format;

  VrfInfo(int number, Format format) {
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
    return "IFLA_VRF_" + name();
  }
}
