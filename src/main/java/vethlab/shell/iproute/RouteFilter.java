package vethlab.shell.iproute;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.LinkKind;
import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteType;
import vethlab.shell.iproute.Addresses.Typed;
import vethlab.shell.iproute.Options.Family;

/**
 * Which routes {@code ip route list|flush} is about. What is selected by one value is not printed
 * with each route.
 */
final class RouteFilter {
  private final Host host;

  /** The table, empty for all. */
  OptionalInt table = OptionalInt.of(Route.MAIN);

  boolean cache;
  OptionalInt protocol = OptionalInt.empty();
  OptionalInt scope = OptionalInt.empty();
  Optional<RouteType> type = Optional.empty();
  boolean hidesLocal;
  OptionalInt tos = OptionalInt.empty();
  Optional<String> dev = Optional.empty();
  private boolean iif;
  OptionalLong metric = OptionalLong.empty();
  Optional<Typed> via = Optional.empty();
  Optional<Typed> source = Optional.empty();
  private Optional<Typed> root = Optional.empty();
  private Optional<Typed> match = Optional.empty();

  private RouteFilter(Host host) {
    this.host = host;
  }

  private static final Words<RouteFilter> WORDS =
      new Words<RouteFilter>()
          .word("table", RouteFilter::readTable)
          .word("vrf", RouteFilter::readVrf)
          .word("cached", (f, a) -> f.cache = true)
          .word("cloned", (f, a) -> f.cache = true)
          .full("tos", RouteFilter::readTos)
          .word("dsfield", RouteFilter::readTos)
          .word("protocol", RouteFilter::readProtocol)
          .word("scope", RouteFilter::readScope)
          .word("type", RouteFilter::readType)
          .full("dev", (f, a) -> f.dev = Optional.of(a.value()))
          .full("oif", (f, a) -> f.dev = Optional.of(a.value()))
          .full("iif", RouteFilter::readIif)
          .full("mark", RouteFilter::readMark)
          .word("metric", RouteFilter::readMetric)
          .word("priority", RouteFilter::readMetric)
          .full("preference", RouteFilter::readMetric)
          .full("via", RouteFilter::readVia)
          .full("src", (f, a) -> f.source = Optional.of(f.prefix(a.value())))
          .word("realms", (f, a) -> notModelled("realms"))
          .word("from", RouteFilter::readFrom)
          .other(RouteFilter::readPrefix);

  static RouteFilter read(Host host, Args args) {
    RouteFilter filter = WORDS.read(new RouteFilter(host), args);
    filter.dev = filter.dev.map(name -> host.device(name).name());
    return filter;
  }

  /** Shows whatever it is given: for {@code ip route get}. */
  static RouteFilter open(Host host) {
    RouteFilter filter = new RouteFilter(host);
    filter.table = OptionalInt.empty();
    return filter;
  }

  boolean shows(Route route) {
    return (host.options().family == Family.ANY || host.options().family == Family.INET)
        && !cache
        && !iif
        && (table.isEmpty() || table.getAsInt() == route.table())
        && (protocol.isEmpty() || protocol.getAsInt() == route.protocol())
        && (scope.isEmpty() || scope.getAsInt() == route.scope())
        && typeFits(route)
        && (tos.isEmpty() || tos.getAsInt() == route.tos())
        && (metric.isEmpty() || metric.getAsLong() == route.metric())
        && rootFits(route)
        && matchFits(route)
        && (via.isEmpty() || viaFits(route))
        && (source.isEmpty() || sourceFits(route))
        && (dev.isEmpty() || devFits(route));
  }

  private boolean typeFits(Route route) {
    boolean local = route.type() == RouteType.LOCAL || route.type() == RouteType.BROADCAST;
    return (type.isEmpty() || type.get() == route.type()) && !(hidesLocal && local);
  }

  private boolean rootFits(Route route) {
    return root.isEmpty()
        || root.get().length() <= route.to().length()
            && root.get().prefix().contains(route.to().address());
  }

  private boolean matchFits(Route route) {
    return match.isEmpty()
        || match.get().form() == Addresses.Form.ANY
        || match.get().length() >= route.to().length() && route.to().contains(match.get().ip());
  }

  private boolean viaFits(Route route) {
    Optional<NextHop> only = onlyHop(route);
    int gateway = only.flatMap(NextHop::gateway).map(ip -> ip.bits()).orElse(0);
    return via.get().prefix().contains(new vethlab.wire.Ip4(gateway));
  }

  private boolean sourceFits(Route route) {
    return source.get().prefix().contains(route.source().orElse(vethlab.wire.Ip4.ANY));
  }

  private boolean devFits(Route route) {
    return onlyHop(route).flatMap(NextHop::dev).filter(dev.get()::equals).isPresent();
  }

  static Optional<NextHop> onlyHop(Route route) {
    return route.hops().size() == 1 ? Optional.of(route.hops().getFirst()) : Optional.empty();
  }

  private Typed prefix(String text) {
    return Addresses.prefix(text, host.options().family);
  }

  private static void notModelled(String word) {
    throw IpError.notModelled("ip route: \"" + word + "\"");
  }

  private static void readTable(RouteFilter f, Args args) {
    String text = args.value();
    OptionalLong id = f.host.names().table(text);
    if (id.isPresent()) {
      f.table = OptionalInt.of((int) id.getAsLong());
      return;
    }
    switch (text) {
      case "all" -> f.table = OptionalInt.empty();
      case "cache" -> f.cache = true;
      case "help" -> throw Help.of("ip-route");
      default -> throw IpError.wrong("table id value is invalid\n", text);
    }
  }

  private static void readVrf(RouteFilter f, Args args) {
    String text = args.value();
    LinkKind kind =
        f.host.links().vrf(text).orElseThrow(() -> IpError.wrong("Invalid VRF\n", text)).kind();
    f.table = OptionalInt.of(((LinkKind.Vrf) kind).table());
    f.hidesLocal = true;
  }

  private static void readTos(RouteFilter f, Args args) {
    String text = args.value();
    f.tos =
        OptionalInt.of(
            (int)
                Names.dsfield(text)
                    .orElseThrow(() -> IpError.wrong("TOS value is invalid\n", text)));
  }

  private static void readProtocol(RouteFilter f, Args args) {
    String text = args.value();
    OptionalLong id = f.host.names().protocol(text);
    if (id.isEmpty() && !text.equals("all")) {
      throw IpError.wrong("invalid \"protocol\"\n", text);
    }
    f.protocol = id.isPresent() ? OptionalInt.of((int) id.getAsLong()) : OptionalInt.empty();
  }

  private static void readScope(RouteFilter f, Args args) {
    String text = args.value();
    OptionalLong id = f.host.names().scope(text);
    if (id.isEmpty() && !text.equals("all")) {
      throw IpError.wrong("invalid \"scope\"\n", text);
    }
    f.scope = id.isPresent() ? OptionalInt.of((int) id.getAsLong()) : OptionalInt.empty();
  }

  private static void readType(RouteFilter f, Args args) {
    String text = args.value();
    f.type =
        Optional.of(
            Names.routeType(text)
                .orElseThrow(() -> IpError.wrong("node type value is invalid\n", text)));
  }

  private static void readIif(RouteFilter f, Args args) {
    f.host.device(args.value());
    f.iif = true;
  }

  private static void readMark(RouteFilter f, Args args) {
    String text = args.value();
    Numbers.u32(text).orElseThrow(() -> IpError.wrong("invalid mark value", text));
    f.iif = true;
  }

  private static void readMetric(RouteFilter f, Args args) {
    String text = args.value();
    f.metric =
        OptionalLong.of(
            Numbers.u32(text)
                .orElseThrow(() -> IpError.wrong("\"metric\" value is invalid\n", text)));
  }

  private static void readVia(RouteFilter f, Args args) {
    String text = args.value();
    Family named = Family.named(text);
    f.via =
        Optional.of(named == Family.ANY ? f.prefix(text) : Addresses.prefix(args.value(), named));
  }

  private static void readFrom(RouteFilter f, Args args) {
    String word = args.value();
    if (Args.matches(word, "root") || Args.matches(word, "match") || Args.matches(word, "exact")) {
      word = args.value();
    }
    f.iif |= f.prefix(word).length() > 0;
  }

  private static void readPrefix(RouteFilter f, Args args) {
    if (Args.matches(args.peek(), "to")) {
      args.take();
      if (!args.more()) {
        throw IpError.incomplete();
      }
    }
    String word = args.take();
    if (Args.matches(word, "root")) {
      f.root = Optional.of(f.prefix(args.value()));
    } else if (Args.matches(word, "match")) {
      f.match = Optional.of(f.prefix(args.value()));
    } else {
      Typed typed = f.prefix(Args.matches(word, "exact") ? args.value() : word);
      f.match = Optional.of(typed);
      f.root = Optional.of(typed);
    }
  }
}
