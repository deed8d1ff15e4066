package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** A macvlan. Source: linux/if_link.h. */
public enum MacvlanInfo implements Attr {
  MODE(1, Format.U32),
  FLAGS(2, Format.U16);

  private final int number;
  private final Format format;

  MacvlanInfo(int number, Format format) {
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
    return "IFLA_MACVLAN_" + name();
  }
}
