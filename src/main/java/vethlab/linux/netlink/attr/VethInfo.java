package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** A veth's other end. Source: linux/veth.h. */
public enum VethInfo implements Attr {
  PEER(1, Format.PEER, Ifla.class);

  private final int number;
  private final Format format;
  private final Class<? extends Attr> inner;

  VethInfo(int number, Format format) {
    this(number, format, Attr.class);
  }

  VethInfo(int number, Format format, Class<? extends Attr> inner) {
    this.number = number;
    this.format = format;
    this.inner = inner;
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
  public Class<? extends Attr> inner() {
    return inner;
  }

  @Override
  public String label() {
    return "VETH_INFO_" + name();
  }
}
