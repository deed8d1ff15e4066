package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/**
 * Settings of one address family of a link, numbered as the families are. Source: linux/if_link.h.
 */
public enum AfSpec implements Attr {
  INET(2, Format.NESTED),
  INET6(10, Format.NESTED, Inet6Link.class);

  private final int number;
  private final Format format;
  private final Class<? extends Attr> inner;

  AfSpec(int number, Format format) {
    this(number, format, Attr.class);
  }

  AfSpec(int number, Format format, Class<? extends Attr> inner) {
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
    return "AF_" + name();
  }
}
