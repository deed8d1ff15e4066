package vethlab.shell.conntrack;

import vethlab.op.view.ConntrackView;

/** Which end of a connection is translated: conntrack.c filter_nat. */
enum Translation {
  SOURCE,
  DESTINATION,
  ANY;

  /** Whether address or port of the end is another on the other side. */
  boolean any(ConntrackView v) {
    boolean source =
        !v.reply().dst().equals(v.original().src()) || v.reply().dport() != v.original().sport();
    boolean destination =
        !v.reply().src().equals(v.original().dst()) || v.reply().sport() != v.original().dport();
    return of(source, destination);
  }

  /**
   * Whether the end is translated to that address, and that port.
   *
   * @param port -1: any
   */
  boolean to(ConntrackView v, Address address, int port) {
    boolean source =
        !v.reply().dst().equals(v.original().src())
            && address.holds(v.reply().dst())
            && (port < 0 || port == v.reply().dport());
    boolean destination =
        !v.reply().src().equals(v.original().dst())
            && address.holds(v.reply().src())
            && (port < 0 || port == v.reply().sport());
    return of(source, destination);
  }

  private boolean of(boolean source, boolean destination) {
    return switch (this) {
      case SOURCE -> source;
      case DESTINATION -> destination;
      case ANY -> source || destination;
    };
  }
}
