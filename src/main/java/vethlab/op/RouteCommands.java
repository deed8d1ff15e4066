package vethlab.op;

import static vethlab.op.Commands.word;

import java.util.List;
import java.util.Locale;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteMetrics;
import vethlab.op.Route.RouteType;
import vethlab.wire.Prefix;

/** {@code ip route}. */
final class RouteCommands {
  private RouteCommands() {}

  static List<String> change(Op.RouteChange change) {
    RouteVerb verb = change.verb();
    Route route = change.route();
    Argv argv =
        Argv.in(change.ns(), "ip").add("route", verb == RouteVerb.DELETE ? "del" : word(verb));
    boolean typed =
        route.type() != RouteType.UNICAST && route.type() != RouteType.UNSPEC
            || route.type() == RouteType.UNICAST && verb == RouteVerb.DELETE;
    argv.addIf(typed, route.type().word()).add(prefix(route.to()));
    boolean inline =
        route.hops().isEmpty() || route.hops().size() == 1 && route.hops().getFirst().weight() == 1;
    if (inline) {
      route.hops().forEach(hop -> hop(argv, hop));
    }
    attributes(argv, verb, route);
    metrics(argv, route.metrics());
    if (!inline) {
      for (NextHop hop : route.hops()) {
        argv.add("nexthop");
        hop(argv, hop);
        argv.addIf(hop.weight() != 1, "weight", "" + hop.weight());
      }
    }
    return argv.words();
  }

  private static void hop(Argv argv, NextHop hop) {
    argv.add("via", hop.gateway())
        .add("dev", hop.dev())
        .addIf((hop.flags() & NextHop.ONLINK) != 0, "onlink");
  }

  private static void attributes(Argv argv, RouteVerb verb, Route route) {
    int protocol = verb == RouteVerb.DELETE ? Route.PROTO_UNSPEC : Route.PROTO_BOOT;
    boolean scoped = route.scope() != Route.UNSET && route.scope() != usualScope(verb, route);
    argv.addIf(route.table() != usualTable(route.type()), "table", "" + route.table())
        .addIf(route.protocol() != protocol, "proto", protocol(route.protocol()))
        .addIf(scoped, "scope", scope(route.scope()))
        .add("src", route.source())
        .addIf(route.tos() != 0, "tos", String.format(Locale.ROOT, "0x%02x", route.tos()))
        .addIf(route.metric() != 0, "metric", "" + route.metric());
  }

  private static void metrics(Argv argv, RouteMetrics metrics) {
    if (metrics.mtu() != 0) {
      argv.add("mtu").addIf(metrics.mtuLocked(), "lock").add("" + metrics.mtu());
    }
    argv.addIf(metrics.advmss() != 0, "advmss", "" + metrics.advmss())
        .addIf(metrics.window() != 0, "window", "" + metrics.window())
        .addIf(metrics.rtt() != 0, "rtt", "" + metrics.rtt())
        .addIf(metrics.hoplimit() != 0, "hoplimit", "" + metrics.hoplimit());
  }

  private static int usualTable(RouteType type) {
    return switch (type) {
      case LOCAL, BROADCAST, ANYCAST -> Route.LOCAL;
      default -> Route.MAIN;
    };
  }

  /** What ip sends without a word about it. */
  private static int usualScope(RouteVerb verb, Route route) {
    boolean delete = verb == RouteVerb.DELETE;
    return switch (route.type()) {
      case LOCAL -> Route.SCOPE_HOST;
      case BROADCAST, MULTICAST, ANYCAST -> Route.SCOPE_LINK;
      case UNICAST, UNSPEC -> {
        boolean via =
            route.hops().size() > 1
                || route.hops().stream()
                    .anyMatch(hop -> hop.gateway().isPresent() || hop.weight() != 1);
        yield delete ? Route.SCOPE_NOWHERE : via ? Route.SCOPE_GLOBAL : Route.SCOPE_LINK;
      }
      default -> delete ? Route.SCOPE_NOWHERE : Route.SCOPE_GLOBAL;
    };
  }

  static String prefix(Prefix prefix) {
    boolean all = prefix.length() == 0 && prefix.address().isAny();
    return all
        ? "default"
        : prefix.length() == 32
            ? prefix.address().toString()
            : prefix.address() + "/" + prefix.length();
  }

  static String scope(int scope) {
    return switch (scope) {
      case Route.SCOPE_GLOBAL -> "global";
      case Route.SCOPE_LINK -> "link";
      case Route.SCOPE_HOST -> "host";
      case Route.SCOPE_NOWHERE -> "nowhere";
      default -> "" + scope;
    };
  }

  static String protocol(int protocol) {
    return switch (protocol) {
      case Route.PROTO_KERNEL -> "kernel";
      case Route.PROTO_BOOT -> "boot";
      case Route.PROTO_STATIC -> "static";
      default -> "" + protocol;
    };
  }
}
