package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Counters of a queueing discipline. Source: linux/gen_stats.h. */
public enum TcaStats implements Attr {
  BASIC(1, Format.BINARY),
  RATE_EST(2, Format.BINARY),
  QUEUE(3, Format.BINARY),
  APP(4, Format.BINARY);

  private final int number;
  private final Format format;

  TcaStats(int number, Format format) {
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
    return "TCA_STATS_" + name();
  }
}
