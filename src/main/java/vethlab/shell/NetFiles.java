package vethlab.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.NudState;
import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteType;
import vethlab.op.view.LinkView;
import vethlab.op.view.NeighView;
import vethlab.wire.Ip4;

/**
 * The files of /proc/net: those people look into by hand. Not modelled: the others, which are not
 * there.
 */
record NetFiles(Kernel kernel, Ns ns) {
  static final List<String> NAMES = List.of("arp", "dev", "route");

  private static final int HEADERS = 40;
  private static final int UP = 1;
  private static final int GATEWAY = 2;
  private static final int HOST = 4;
  private static final int REJECT = 0x200;
  private static final int COMPLETE = 2;
  private static final int PERMANENT = 4;
  private static final int PUBLISHED = 8;

  Optional<String> read(String name) {
    return switch (name) {
      case "arp" -> Optional.of(neighbours());
      case "dev" -> Optional.of(devices());
      case "route" -> Optional.of(routes());
      default -> Optional.empty();
    };
  }

  /** Source: net/ipv4/fib_trie.c, fib_route_seq_show. */
  private String routes() {
    StringBuilder table = new StringBuilder();
    String head =
        "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT";
    table.append("%-127s\n".formatted(head));
    kernel.routes(ns).stream()
        .filter(route -> route.table() == Route.MAIN)
        .filter(route -> route.type() != RouteType.BROADCAST && route.type() != RouteType.MULTICAST)
        .forEach(route -> table.append("%-127s\n".formatted(line(route))));
    return table.toString();
  }

  private static String line(Route route) {
    Optional<NextHop> hop = route.hops().stream().findFirst();
    Ip4 gateway = hop.flatMap(NextHop::gateway).orElse(Ip4.ANY);
    boolean reject = route.type() == RouteType.UNREACHABLE || route.type() == RouteType.PROHIBIT;
    int flags =
        UP
            | (reject ? REJECT : 0)
            | (gateway.isAny() ? 0 : GATEWAY)
            | (route.to().length() == 32 ? HOST : 0);
    int advmss = route.metrics().advmss();
    return String.format(
        Locale.ROOT,
        "%s\t%08X\t%08X\t%04X\t%d\t%d\t%d\t%08X\t%d\t%d\t%d",
        hop.flatMap(NextHop::dev).orElse("*"),
        asIs(route.to().address()),
        asIs(gateway),
        flags,
        0,
        0,
        route.metric(),
        asIs(route.to().mask()),
        advmss == 0 ? 0 : advmss + HEADERS,
        route.metrics().window(),
        route.metrics().rtt() / 8);
  }

  /** An address in network order, read as a number of this machine. */
  private static int asIs(Ip4 address) {
    return Integer.reverseBytes(address.bits());
  }

  /** Source: net/ipv4/arp.c, arp_seq_show. */
  private String neighbours() {
    StringBuilder table = new StringBuilder();
    table.append(
        "IP address       HW type     Flags       HW address            Mask     Device\n");
    List<NeighView> all = kernel.neighbours(ns);
    Stream.concat(
            all.stream()
                .filter(entry -> !entry.proxy())
                .filter(entry -> entry.state() != NudState.NOARP && entry.state() != NudState.NONE),
            all.stream().filter(NeighView::proxy))
        .forEach(entry -> table.append(line(entry)));
    return table.toString();
  }

  private static String line(NeighView entry) {
    int flags =
        entry.proxy()
            ? PUBLISHED | PERMANENT
            : entry.state() == NudState.PERMANENT
                ? COMPLETE | PERMANENT
                : entry.state().valid() ? COMPLETE : 0;
    return "%-16s 0x%-10x0x%-10x%-17s     *        %s\n"
        .formatted(
            entry.to(),
            1,
            flags,
            entry.proxy() ? "00:00:00:00:00:00" : entry.lladdr(),
            entry.dev());
  }

  /** Source: net/core/net-procfs.c, dev_seq_printf_stats. */
  private String devices() {
    StringBuilder table = new StringBuilder();
    table.append("Inter-|   Receive                                                |  Transmit\n");
    table.append(" face |bytes    packets errs drop fifo frame compressed multicast|");
    table.append("bytes    packets errs drop fifo colls carrier compressed\n");
    for (LinkView link : kernel.links(ns)) {
      var s = link.stats();
      table.append(
          "%6s: %7d %7d %4d %4d %4d %5d %10d %9d %8d %7d %4d %4d %4d %5d %7d %10d\n"
              .formatted(
                  link.name(),
                  s.rxBytes(),
                  s.rxPackets(),
                  s.rxErrors(),
                  s.rxDropped(),
                  0,
                  0,
                  0,
                  s.rxMulticast(),
                  s.txBytes(),
                  s.txPackets(),
                  s.txErrors(),
                  s.txDropped(),
                  0,
                  s.collisions(),
                  s.txCarrier(),
                  0));
    }
    return table.toString();
  }
}
