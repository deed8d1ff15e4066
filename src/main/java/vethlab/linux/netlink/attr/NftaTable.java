package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Attributes of a table of nftables. Source: linux/netfilter/nf_tables.h. */
public enum NftaTable implements Attr {
  NAME(1, Format.STRING),
  FLAGS(2, Format.BE32),
  USE(3, Format.BE32),
  HANDLE(4, Format.BE64);

  private final int number;
  private final Format format;

  NftaTable(int number, Format format) {
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
    return "NFTA_TABLE_" + name();
  }
}
