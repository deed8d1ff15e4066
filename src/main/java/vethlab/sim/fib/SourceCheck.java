package vethlab.sim.fib;

import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.AddressChoice;
import vethlab.sim.ipv4.Conf;
import vethlab.sim.ipv4.Ipv4Conf;
import vethlab.sim.netdev.NetDevice;

/**
 * Can this source have come by this device? rp_filter and local sources: fib_frontend.c
 * fib_validate_source.
 */
final class SourceCheck {
  /** What the check says of a source. */
  enum Verdict {
    /** The answer would leave by the same device, straight to the source. */
    DIRECT,
    FINE,
    /** It is an address of this machine, or no unicast address. */
    LOCAL_SOURCE,
    /** rp_filter: the answer would go another way. */
    REVERSE_PATH
  }

  private static final int STRICT = 1;

  private SourceCheck() {}

  /**
   * @param oif the device it would be forwarded to, 0 when it is for this machine
   */
  static Verdict check(World world, Netns netns, NetDevice dev, Flow received, int oif) {
    int filter = Conf.max(netns, dev, Ipv4Conf.RP_FILTER);
    if (filter == 0 && (dev.id != oif || !Conf.or(netns, dev, Ipv4Conf.SEND_REDIRECTS))) {
      if (Conf.or(netns, dev, Ipv4Conf.ACCEPT_LOCAL)) {
        return Verdict.FINE;
      }
      if (!netns.fib.hasCustomLocalRoutes() && !netns.fib.hasCustomRules()) {
        return AddressChoice.isAssigned(world, netns, received.src)
            ? Verdict.LOCAL_SOURCE
            : Verdict.FINE;
      }
    }
    return fully(world, netns, dev, received, oif, filter);
  }

  /** __fib_validate_source: looks up the way back. */
  private static Verdict fully(
      World world, Netns netns, NetDevice dev, Flow received, int oif, int filter) {
    Flow back = back(world, netns, dev, received, oif);
    boolean noAddress = dev.ipv4.addresses.isEmpty();
    if (!(Lookup.lookup(world, netns, back) instanceof FibResult.Found found)) {
      return unknown(filter);
    }
    boolean local = found.type() == RouteType.LOCAL;
    if (found.type() != RouteType.UNICAST
        && !(local && Conf.or(netns, dev, Ipv4Conf.ACCEPT_LOCAL))) {
      return Verdict.LOCAL_SOURCE;
    }
    if (usesDevice(world, found.route(), dev) || (local && dev.isLoopback())) {
      return direct(found);
    }
    if (noAddress) {
      return unknown(filter);
    }
    if (filter == STRICT) {
      return Verdict.REVERSE_PATH;
    }
    back.oif = dev.id;
    FibResult again = Lookup.lookup(world, netns, back, Lookup.LinkState.IGNORED);
    return again instanceof FibResult.Found there && there.type() == RouteType.UNICAST
        ? direct(there)
        : Verdict.FINE;
  }

  private static Flow back(World world, Netns netns, NetDevice dev, Flow received, int oif) {
    Flow back = Flow.to(received.src);
    back.src = received.dst;
    back.iif = oif;
    back.tos = received.tos;
    back.l3mdev = L3Master.of(world, dev);
    back.mark = Conf.or(netns, dev, Ipv4Conf.SRC_VALID_MARK) ? received.mark : 0;
    back.protocol = received.protocol;
    back.sourcePort = received.destinationPort;
    back.destinationPort = received.sourcePort;
    return back;
  }

  private static Verdict unknown(int filter) {
    return filter != 0 ? Verdict.REVERSE_PATH : Verdict.FINE;
  }

  private static Verdict direct(FibResult.Found found) {
    return found.hop().scope() >= Route.SCOPE_HOST ? Verdict.DIRECT : Verdict.FINE;
  }

  /** fib_info_nh_uses_dev: one of the route's next hops goes there, or to the device's vrf. */
  private static boolean usesDevice(World world, FibRoute route, NetDevice dev) {
    for (FibHop hop : route.hops) {
      if (hop.dev() == dev.id || L3Master.of(world, dev) == hop.dev()) {
        return true;
      }
    }
    return false;
  }
}
