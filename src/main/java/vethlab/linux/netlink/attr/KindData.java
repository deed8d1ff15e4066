package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Stands for the data of whichever kind the link is; {@link Kinds} knows which. */
public enum KindData implements Attr {
  NONE(0, Format.BINARY);

  private final int number;
  private final Format format;

  KindData(int number, Format format) {
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
    return "IFLA_INFO_DATA_" + name();
  }
}
