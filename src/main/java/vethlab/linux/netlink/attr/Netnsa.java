package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Attributes of a namespace's id. Source: linux/net_namespace.h. */
public enum Netnsa implements Attr {
  NSID(1, Format.U32),
  PID(2, Format.U32),
  FD(3, Format.U32),
  TARGET_NSID(4, Format.U32),
  CURRENT_NSID(5, Format.U32);

  private final int number;
  private final Format format;

  Netnsa(int number, Format format) {
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
    return "NETNSA_" + name();
  }
}
