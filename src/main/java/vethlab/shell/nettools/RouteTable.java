package vethlab.shell.nettools;

import java.util.Optional;
import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteMetrics;
import vethlab.op.Route.RouteType;

/**
 * Prints the main table as net-tools do from /proc/net/route.
 *
 * <p>Mirrors fib_route_seq_show in net/ipv4/fib_trie.c: broadcast and multicast routes are left
 * out, of several next hops only the first is shown.
 */
final class RouteTable {
  private static final int HEADERS = 40;

  /** Whether {@code default} is written as a word. */
  enum Names {
    NUMBERS,
    WORDS
  }

  private RouteTable() {}

  static void print(Tool tool, int extend, Names names) {
    tool.print("Kernel IP routing table\n");
    String head = "Destination     Gateway         Genmask         ";
    switch (extend) {
      case 1 -> tool.print(head + "Flags Metric Ref    Use Iface\n");
      case 2 -> tool.print(head + "Flags   MSS Window  irtt Iface\n");
      default -> tool.print(head + "Flags Metric Ref    Use Iface    MSS   Window irtt\n");
    }
    tool.kernel().routes(tool.ns()).stream()
        .filter(route -> route.table() == Route.MAIN)
        .filter(route -> route.type() != RouteType.BROADCAST && route.type() != RouteType.MULTICAST)
        .forEach(route -> print(tool, extend, names, route));
  }

  private static void print(Tool tool, int extend, Names names, Route route) {
    Optional<NextHop> hop = route.hops().stream().findFirst();
    boolean reject = route.type() == RouteType.UNREACHABLE || route.type() == RouteType.PROHIBIT;
    String to =
        route.to().length() == 0 && names == Names.WORDS
            ? "default"
            : route.to().address().toString();
    String gateway = hop.flatMap(NextHop::gateway).map(Object::toString).orElse("0.0.0.0");
    String mask = route.to().mask().toString();
    String flags =
        (reject ? "!" : hop.flatMap(NextHop::gateway).isPresent() ? "UG" : "U")
            + (route.to().length() == 32 ? "H" : "");
    String dev = hop.flatMap(NextHop::dev).orElse("*");
    RouteMetrics m = route.metrics();
    int mss = m.advmss() == 0 ? 0 : m.advmss() + HEADERS;
    int irtt = m.rtt() / 8;
    switch (extend) {
      case 1 -> {
        if (reject) {
          tool.print(
              "%-15s -               %-15s %-5s %-6d -  %7d -\n",
              to, mask, flags, route.metric(), 0);
        } else {
          tool.print(
              "%-15s %-15s %-15s %-5s %-6d %-2d %7d %s\n",
              to, gateway, mask, flags, route.metric(), 0, 0, dev);
        }
      }
      case 2 -> {
        if (reject) {
          tool.print("%-15s -               %-15s %-5s     - -          - -\n", to, mask, flags);
        } else {
          tool.print(
              "%-15s %-15s %-15s %-5s %5d %-5d %6d %s\n",
              to, gateway, mask, flags, mss, m.window(), irtt, dev);
        }
      }
      default -> {
        if (reject) {
          tool.print(
              "%-15s -               %-15s %-5s %-6d -  %7d -        -     -      -\n",
              to, mask, flags, route.metric(), 0);
        } else {
          tool.print(
              "%-15s %-15s %-15s %-5s %-6d %-3d %6d %-6.6s   %-5d %-6d %d\n",
              to, gateway, mask, flags, route.metric(), 0, 0, dev, mss, m.window(), irtt);
        }
      }
    }
  }
}
