package vethlab.sim.fib;

import vethlab.op.Errno;
import vethlab.sim.trace.DropReason;

/** What the routing of a received packet says: route.c ip_route_input. */
public sealed interface InputRoute permits RouteDecision, InputRoute.Martian, InputRoute.NoRoute {

  /** The packet cannot be right: it is dropped without a word. */
  enum Martian implements InputRoute {
    /** Nothing is wrong with it. */
    NO(DropReason.NOT_SPECIFIED, ""),
    /** Source is a group, 0.0.0.0 or the broadcast address. */
    SOURCE(DropReason.IP_INVALID_SOURCE, "route.martian-source"),
    /** The source is one of this machine's own addresses. */
    LOCAL_SOURCE(DropReason.IP_LOCAL_SOURCE, "route.local-source"),
    /** rp_filter: the answer would leave by another device. */
    REVERSE_PATH(DropReason.IP_RPFILTER, "route.rp-filter"),
    /** 127/8 on a wire. */
    LOOPBACK(DropReason.IP_LOCALNET, "route.localnet"),
    /** A destination nobody can have. */
    DESTINATION(DropReason.IP_INVALID_DEST, "route.martian-destination"),
    /** Not a question that ARP may ask. */
    NOT_FOR_ARP(DropReason.NOT_SPECIFIED, "route.not-for-arp");

    private final DropReason reason;
    private final String why;

    Martian(DropReason reason, String why) {
      this.reason = reason;
      this.why = why;
    }

    public DropReason reason() {
      return reason;
    }

    /** Key of the sentence that says so. */
    public String why() {
      return why;
    }
  }

  /**
   * ip_error answers: an ICMP error where forwarding is on, silence where it is off.
   *
   * @param row the route that refused, empty where there was none or nobody watches
   */
  record NoRoute(Errno errno, String row) implements InputRoute {
    static final NoRoute NET_UNREACHABLE = new NoRoute(Errno.ENETUNREACH, "");
    static final NoRoute NOT_FORWARDING = new NoRoute(Errno.EHOSTUNREACH, "");
  }
}
