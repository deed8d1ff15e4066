package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** Metrics of a route. Source: linux/rtnetlink.h. */
public enum Rtax implements Attr {
  LOCK(1, Format.U32),
  MTU(2, Format.U32),
  WINDOW(3, Format.U32),
  RTT(4, Format.U32),
  RTTVAR(5, Format.U32),
  SSTHRESH(6, Format.U32),
  CWND(7, Format.U32),
  ADVMSS(8, Format.U32),
  REORDERING(9, Format.U32),
  HOPLIMIT(10, Format.U32),
  INITCWND(11, Format.U32),
  FEATURES(12, Format.U32),
  RTO_MIN(13, Format.U32),
  INITRWND(14, Format.U32),
  QUICKACK(15, Format.U32),
  CC_ALGO(16, Format.STRING);

  private final int number;
  private final Format format;

  Rtax(int number, Format format) {
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
    return "RTAX_" + name();
  }
}
