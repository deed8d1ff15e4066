package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/** What netem has beside its struct tc_netem_qopt. Source: linux/pkt_sched.h. */
public enum TcaNetem implements Attr {
  CORR(1, Format.BINARY),
  DELAY_DIST(2, Format.BINARY),
  REORDER(3, Format.BINARY),
  CORRUPT(4, Format.BINARY),
  LOSS(5, Format.BINARY),
  RATE(6, Format.BINARY),
  ECN(7, Format.U32),
  RATE64(8, Format.U64),
  LATENCY64(10, Format.U64),
  JITTER64(11, Format.U64);

  private final int number;
  private final Format format;

  TcaNetem(int number, Format format) {
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
    return "TCA_NETEM_" + name();
  }
}
