package vethlab.linux.view;

import vethlab.linux.netlink.Attributes;
import vethlab.linux.netlink.attr.Ifla;
import vethlab.op.view.LinkStats;

/** A link's counters: struct rtnl_link_stats64, an array of u64 in the kernel's order. */
final class LinkCounters {
  private static final int RX_PACKETS = 0;
  private static final int TX_PACKETS = 1;
  private static final int RX_BYTES = 2;
  private static final int TX_BYTES = 3;
  private static final int RX_ERRORS = 4;
  private static final int TX_ERRORS = 5;
  private static final int RX_DROPPED = 6;
  private static final int TX_DROPPED = 7;
  private static final int MULTICAST = 8;
  private static final int COLLISIONS = 9;
  private static final int TX_CARRIER = 17;

  private final Attributes attributes;
  private final int offset;

  private LinkCounters(Attributes attributes) {
    this.attributes = attributes;
    this.offset = attributes.offset(Ifla.STATS64);
  }

  static LinkStats read(Attributes attributes) {
    LinkCounters c = new LinkCounters(attributes);
    if (c.offset < 0 || attributes.length(Ifla.STATS64) < 8 * (TX_CARRIER + 1)) {
      return LinkStats.ZERO;
    }
    return new LinkStats(
        c.at(RX_PACKETS),
        c.at(RX_BYTES),
        c.at(RX_ERRORS),
        c.at(RX_DROPPED),
        c.at(MULTICAST),
        c.at(TX_PACKETS),
        c.at(TX_BYTES),
        c.at(TX_ERRORS),
        c.at(TX_DROPPED),
        c.at(COLLISIONS),
        c.at(TX_CARRIER));
  }

  private long at(int place) {
    return attributes.buffer().getLong(offset + 8 * place);
  }
}
