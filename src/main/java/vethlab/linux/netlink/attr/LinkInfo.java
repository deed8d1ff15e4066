package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** What kind a link is, and what only its kind has. Source: linux/if_link.h. */
public enum LinkInfo implements Attr {
  KIND(1, Format.STRING),
  DATA(2, Format.NESTED, KindData.class),
  XSTATS(3, Format.BINARY),
  SLAVE_KIND(4, Format.STRING),
  SLAVE_DATA(5, Format.NESTED, Brport.class);

  private final int number;
  private final Format format;
  private final Class<? extends Attr> inner;

  LinkInfo(int number, Format format) {
    this(number, format, Attr.class);
  }

  LinkInfo(int number, Format format, Class<? extends Attr> inner) {
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
    return "IFLA_INFO_" + name();
  }
}
