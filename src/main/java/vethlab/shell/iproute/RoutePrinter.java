package vethlab.shell.iproute;

import java.util.Locale;
import java.util.Optional;
import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteMetrics;
import vethlab.op.Route.RouteType;
import vethlab.op.view.RouteAnswer;
import vethlab.shell.iproute.Addresses.Typed;
import vethlab.shell.iproute.Printer.Color;
import vethlab.wire.Ip4;

/** Prints routes as {@code ip route} does. */
final class RoutePrinter {
  private final Host host;
  private final Printer printer;
  private final RouteFilter filter;

  RoutePrinter(Host host, Printer printer, RouteFilter filter) {
    this.host = host;
    this.printer = printer;
    this.filter = filter;
  }

  void print(Route route) {
    boolean details = host.options().detailed();
    Optional<NextHop> only = RouteFilter.onlyHop(route);
    printer.open();
    if (route.type() != RouteType.UNICAST || details) {
      printer.string("type", "%s ", route.type().word());
    }
    printer.colored(
        route.to().length() == 0 ? Color.NONE : Color.INET, "dst", "%s ", destination(route));
    if (route.tos() != 0 && filter.tos.isEmpty()) {
      printer.string("tos", "tos %s ", Names.dsfield(route.tos()));
    }
    only.flatMap(NextHop::gateway).filter(ip -> !selectedHost(filter.via)).ifPresent(this::gateway);
    if (filter.dev.isEmpty()) {
      only.flatMap(NextHop::dev).ifPresent(this::device);
    }
    if ((route.table() != Route.MAIN || details) && filter.table.isEmpty()) {
      printer.string(
          "table", "table %s ", host.names().table(Integer.toUnsignedLong(route.table())));
    }
    printOrigin(route, details);
    source(route.source().filter(ip -> !selectedHost(filter.source)));
    if (route.metric() != 0 && filter.metric.isEmpty()) {
      printer.number("metric", "metric %d ", route.metric());
    }
    flags(only.map(NextHop::flags).orElse(0));
    metrics(route.metrics());
    if (route.hops().size() > 1) {
      nextHops(route);
    }
    printer.text("\n");
    printer.close();
  }

  private void printOrigin(Route route, boolean details) {
    if ((route.protocol() != Route.PROTO_BOOT || details) && filter.protocol.isEmpty()) {
      printer.string("protocol", "proto %s ", host.names().protocol(route.protocol()));
    }
    if ((route.scope() != Route.SCOPE_GLOBAL || details) && filter.scope.isEmpty()) {
      printer.string("scope", "scope %s ", host.names().scope(route.scope()));
    }
  }

  static String destination(Route route) {
    return switch (route.to().length()) {
      case 0 -> "default";
      case 32 -> route.to().address().toString();
      default -> route.to().toString();
    };
  }

  private static boolean selectedHost(Optional<Typed> typed) {
    return typed.filter(t -> t.length() == 32).isPresent();
  }

  private void gateway(Ip4 ip) {
    printer.jsonOnly("gateway", ip.toString());
    printer.text("via ");
    printer.colored(Color.INET, ip + " ");
  }

  private void device(String name) {
    link("dev", name);
  }

  private void link(String word, String name) {
    printer.jsonOnly(word, name);
    printer.text(word + " ");
    printer.colored(Color.IFNAME, name + " ");
  }

  private void source(Optional<Ip4> source) {
    source.ifPresent(ip -> {
      printer.jsonOnly("prefsrc", ip.toString());
      printer.text("src ");
      printer.colored(Color.INET, ip + " ");
    });
  }

  private void flags(int flags) {
    printer.list("flags", "");
    if ((flags & NextHop.DEAD) != 0) {
      printer.item("%s ", "dead");
    }
    if ((flags & NextHop.ONLINK) != 0) {
      printer.item("%s ", "onlink");
    }
    if ((flags & NextHop.LINKDOWN) != 0) {
      printer.item("%s ", "linkdown");
    }
    printer.endList("");
  }

  private void metrics(RouteMetrics metrics) {
    if (metrics.equals(RouteMetrics.NONE)) {
      return;
    }
    if (printer.json()) {
      printer.list("metrics", "");
      printer.open();
    }
    if (metrics.mtu() != 0) {
      printer.number("mtu", metrics.mtuLocked() ? "mtu lock %d " : "mtu %d ", metrics.mtu());
    }
    if (metrics.window() != 0) {
      printer.number("window", "window %d ", metrics.window());
    }
    if (metrics.rtt() != 0) {
      printer.literal(
          "rtt", "rtt " + milliseconds(metrics.rtt() / 8), Integer.toString(metrics.rtt() / 8));
    }
    if (metrics.advmss() != 0) {
      printer.number("advmss", "advmss %d ", metrics.advmss());
    }
    if (metrics.hoplimit() != 0) {
      printer.number("hoplimit", "hoplimit %d ", metrics.hoplimit());
    }
    if (printer.json()) {
      printer.close();
      printer.endList("");
    }
  }

  private static String milliseconds(int value) {
    return value >= 1000
        ? String.format(Locale.ROOT, "%ss ", Netem.general(value / 1e3))
        : value + "ms ";
  }

  private void nextHops(Route route) {
    printer.list("nexthops", "");
    for (NextHop hop : route.hops()) {
      printer.open();
      printer.text(host.options().lineEnd() + "\tnexthop ");
      hop.gateway().ifPresent(this::gateway);
      hop.dev().ifPresent(dev -> printer.string("dev", "dev %s ", dev));
      printer.number("weight", "weight %d ", hop.weight());
      flags(hop.flags());
      printer.close();
    }
    printer.endList("");
  }

  /** The answer to {@code ip route get}. */
  void print(RouteAnswer.Found found) {
    printer.open();
    if (found.type() != RouteType.UNICAST || host.options().detailed()) {
      printer.string("type", "%s ", found.type().word());
    }
    printer.colored(Color.INET, "dst", "%s ", found.to().toString());
    found.from().ifPresent(ip -> printer.colored(Color.INET, "from", "from %s ", ip.toString()));
    if (found.tos() != 0) {
      printer.string("tos", "tos %s ", Names.dsfield(found.tos()));
    }
    found.via().ifPresent(this::gateway);
    device(found.dev());
    if (found.table() != 0 && (found.table() != Route.MAIN || host.options().detailed())) {
      printer.string(
          "table", "table %s ", host.names().table(Integer.toUnsignedLong(found.table())));
    }
    source(found.source());
    printer.list("flags", "");
    if (found.type() == RouteType.MULTICAST) {
      // RTCF_MULTICAST and RTM_F_OFFLOAD_FAILED are the same bit.
      printer.item("%s ", "rt_offload_failed");
    }
    printer.endList("");
    if (found.mark() != 0) {
      String mark = found.mark() >= 16 ? "0x" + Long.toHexString(found.mark()) : "" + found.mark();
      printer.literal("mark", "mark " + mark + " ", Long.toString(found.mark()));
    }
    if (found.iif().isEmpty() && found.uid() >= 0) {
      printer.number("uid", "uid %d ", found.uid());
    }
    cache(found);
    printer.text("\n");
    printer.close();
  }

  private void cache(RouteAnswer.Found found) {
    java.util.List<String> marks = new java.util.ArrayList<>();
    if (found.cachedLocal()) {
      marks.add("local");
    }
    if (found.type() == RouteType.MULTICAST) {
      marks.add("mc");
    }
    if (found.cachedBroadcast()) {
      marks.add("brd");
    }
    if (found.redirect()) {
      marks.add(found.iif().isPresent() ? "redirect" : "redirected");
    }
    printer.text(host.options().lineEnd() + "    cache ");
    if (!marks.isEmpty()) {
      printer.text("<" + String.join(",", marks) + "> ");
    }
    if (printer.json()) {
      printer.list("cache", "");
      marks.forEach(mark -> printer.item("%s", mark));
      printer.endList("");
    }
    found.expiresSeconds().ifPresent(s -> printer.number("expires", "expires %dsec ", s));
    metrics(found.metrics());
    found.iif().ifPresent(name -> link("iif", name));
  }
}
