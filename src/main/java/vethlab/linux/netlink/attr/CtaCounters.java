package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Counters of one direction. Source: linux/netfilter/nfnetlink_conntrack.h. */
public enum CtaCounters implements Attr {
  PACKETS(1, Format.BE64),
  BYTES(2, Format.BE64);

  private final int number;
  private final Format format;

  CtaCounters(int number, Format format) {
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
    return "CTA_COUNTERS_" + name();
  }
}
