package vethlab.shell.iproute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.LinkKind;
import vethlab.op.Route;
import vethlab.op.Route.NextHop;
import vethlab.op.Route.RouteMetrics;
import vethlab.op.Route.RouteType;
import vethlab.op.RouteVerb;
import vethlab.shell.iproute.Addresses.Typed;
import vethlab.shell.iproute.Options.Family;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** Reads what follows {@code ip route add|del|…} into a route. */
final class RouteRequest {
  private final Host host;
  private final RouteVerb verb;
  private Family family;
  private Optional<Typed> to = Optional.empty();
  private Optional<RouteType> type = Optional.empty();
  private Optional<Ip4> source = Optional.empty();
  private Optional<Ip4> via = Optional.empty();
  private boolean viaRead;
  private Optional<String> dev = Optional.empty();
  private int tos;
  private long metric;
  private OptionalInt scope = OptionalInt.empty();
  private OptionalInt table = OptionalInt.empty();
  private OptionalInt protocol = OptionalInt.empty();
  private int flags;
  private boolean nextHops;
  private boolean ip6;
  private int mtu;
  private boolean mtuLocked;
  private int advmss;
  private int window;
  private int rtt;
  private int hoplimit;

  private RouteRequest(Host host, RouteVerb verb) {
    this.host = host;
    this.verb = verb;
    this.family = host.options().family;
  }

  private static final Words<RouteRequest> WORDS =
      new Words<RouteRequest>()
          .full("src", (r, a) -> r.source = Optional.of(r.address(a.value())))
          .full("as", (r, a) -> notModelled("as"))
          .full("via", RouteRequest::readVia)
          .full("from", (r, a) -> notModelled("from"))
          .full("tos", RouteRequest::readTos)
          .word("dsfield", RouteRequest::readTos)
          .full("expires", (r, a) -> notModelled("expires"))
          .word("metric", RouteRequest::readMetric)
          .word("priority", RouteRequest::readMetric)
          .full("preference", RouteRequest::readMetric)
          .full("scope", RouteRequest::readScope)
          .full("mtu", RouteRequest::readMtu)
          .full("hoplimit", RouteRequest::readHopLimit)
          .full("advmss", (r, a) -> r.advmss = r.unlocked("mss", "advmss", a))
          .word("reordering", (r, a) -> notModelled("reordering"))
          .full("rtt", RouteRequest::readRtt)
          .full("rto_min", (r, a) -> notModelled("rto_min"))
          .word("window", (r, a) -> r.window = r.unlocked("window", "window", a))
          .word("cwnd", (r, a) -> notModelled("cwnd"))
          .word("initcwnd", (r, a) -> notModelled("initcwnd"))
          .word("initrwnd", (r, a) -> notModelled("initrwnd"))
          .word("features", (r, a) -> notModelled("features"))
          .word("quickack", (r, a) -> notModelled("quickack"))
          .word("congctl", (r, a) -> notModelled("congctl"))
          .word("rttvar", (r, a) -> notModelled("rttvar"))
          .word("ssthresh", (r, a) -> notModelled("ssthresh"))
          .word("realms", (r, a) -> notModelled("realms"))
          .full("onlink", (r, a) -> r.flags |= NextHop.ONLINK)
          .full("nexthop", (r, a) -> r.nextHops = true)
          .full("nhid", (r, a) -> notModelled("nhid"))
          .word("protocol", RouteRequest::readProtocol)
          .word("table", RouteRequest::readTable)
          .word("vrf", RouteRequest::readVrf)
          .full("dev", (r, a) -> r.dev = Optional.of(a.value()))
          .full("oif", (r, a) -> r.dev = Optional.of(a.value()))
          .word("pref", (r, a) -> notModelled("pref"))
          .full("encap", (r, a) -> notModelled("encap"))
          .full("ttl-propagate", (r, a) -> notModelled("ttl-propagate"))
          .word("fastopen_no_cookie", (r, a) -> notModelled("fastopen_no_cookie"))
          .other(RouteRequest::readDestination);

  /** The route that the words describe. */
  static Route read(Host host, RouteVerb verb, Args args) {
    RouteRequest request = new RouteRequest(host, verb);
    while (args.more() && !request.nextHops) {
      WORDS.readOne(request, args);
    }
    if (request.to.isEmpty()) {
      throw Help.of("ip-route");
    }
    Optional<String> dev = request.dev.map(name -> host.device(name).name());
    List<NextHop> hops = request.nextHops ? request.readNextHops(args) : request.oneHop(dev);
    if (request.ip6 || request.family == Family.INET6) {
      throw host.refused("Error: IPv6 is disabled on nexthop device.\n");
    }
    return request.route(hops);
  }

  private Route route(List<NextHop> hops) {
    RouteType kind = type.orElse(verb == RouteVerb.DELETE ? RouteType.UNSPEC : RouteType.UNICAST);
    RouteMetrics metrics = new RouteMetrics(mtu, mtuLocked, advmss, window, rtt, hoplimit);
    int proto = protocol.orElse(verb == RouteVerb.DELETE ? Route.PROTO_UNSPEC : Route.PROTO_BOOT);
    return new Route(
        kind,
        new Prefix(to.get().ip(), to.get().length()),
        tos,
        table.orElse(defaultTable(kind)),
        proto,
        scope.orElse(defaultScope(kind)),
        metric,
        source,
        hops,
        metrics);
  }

  private static int defaultTable(RouteType type) {
    return switch (type) {
      case LOCAL, BROADCAST, ANYCAST -> Route.LOCAL;
      default -> Route.MAIN;
    };
  }

  private int defaultScope(RouteType kind) {
    return switch (kind) {
      case LOCAL -> Route.SCOPE_HOST;
      case BROADCAST, MULTICAST, ANYCAST -> Route.SCOPE_LINK;
      case UNICAST, UNSPEC -> {
        if (verb == RouteVerb.DELETE) {
          yield Route.SCOPE_NOWHERE;
        }
        yield viaRead || nextHops ? Route.SCOPE_GLOBAL : Route.SCOPE_LINK;
      }
      default -> verb == RouteVerb.DELETE ? Route.SCOPE_NOWHERE : Route.SCOPE_GLOBAL;
    };
  }

  private List<NextHop> oneHop(Optional<String> dev) {
    return via.isEmpty() && dev.isEmpty() && flags == 0
        ? List.of()
        : List.of(new NextHop(via, dev, 1, flags));
  }

  private static void notModelled(String word) {
    throw IpError.notModelled("ip route: \"" + word + "\"");
  }

  private void family(Typed typed) {
    if (family == Family.ANY) {
      family = typed.family();
    }
    ip6 |= typed.family() == Family.INET6;
  }

  private Ip4 address(String text) {
    Typed typed = Addresses.address(text, family);
    family(typed);
    return typed.ip();
  }

  /** The address after {@code via}, with or without the word of its family. */
  private Ip4 gateway(Args args) {
    String text = args.value();
    Family named = Family.named(text);
    Typed typed =
        named == Family.ANY
            ? Addresses.address(text, family)
            : Addresses.address(args.value(), named);
    family(typed);
    return typed.ip();
  }

  private static void readVia(RouteRequest r, Args args) {
    if (r.viaRead) {
      throw IpError.wrong("use nexthop syntax to specify multiple via\n", "via");
    }
    r.viaRead = true;
    r.via = Optional.of(r.gateway(args));
  }

  private static void readTos(RouteRequest r, Args args) {
    String text = args.value();
    r.tos =
        (int)
            Names.dsfield(text)
                .orElseThrow(() -> IpError.wrong("\"tos\" value is invalid\n", text));
  }

  private static void readMetric(RouteRequest r, Args args) {
    r.metric = number("metric", args.value());
  }

  private static void readScope(RouteRequest r, Args args) {
    String text = args.value();
    r.scope =
        OptionalInt.of(
            (int)
                r.host
                    .names()
                    .scope(text)
                    .orElseThrow(() -> IpError.wrong("invalid \"scope\" value\n", text)));
  }

  private static long number(String word, String text) {
    return Numbers.u32(text)
        .orElseThrow(() -> IpError.wrong("\"" + word + "\" value is invalid\n", text));
  }

  private static void readMtu(RouteRequest r, Args args) {
    String text = args.value();
    if (text.equals("lock")) {
      r.mtuLocked = true;
      text = args.value();
    }
    String value = text;
    r.mtu =
        (int)
            Numbers.u32(value)
                .orElseThrow(() -> IpError.wrong("\"mtu\" value is invalid\n", value));
  }

  /** A metric that cannot be locked here. */
  private int unlocked(String shown, String word, Args args) {
    String text = args.value();
    if (text.equals("lock")) {
      notModelled(word + " lock");
    }
    return (int) number(shown, text);
  }

  private static void readHopLimit(RouteRequest r, Args args) {
    String text = args.value();
    r.hoplimit =
        (int)
            Numbers.u8(text)
                .orElseThrow(() -> IpError.wrong("\"hoplimit\" value is invalid\n", text));
  }

  /** Milliseconds, or seconds with an s; the kernel counts in eighths of them. */
  private static void readRtt(RouteRequest r, Args args) {
    String text = args.value();
    java.util.regex.Matcher m =
        java.util.regex.Pattern.compile("([0-9]*\\.?[0-9]+)(|s|secs?|ms|msecs?)").matcher(text);
    if (!m.matches()) {
      throw IpError.wrong("\"rtt\" value is invalid\n", text);
    }
    double value = Double.parseDouble(m.group(1)) * (m.group(2).startsWith("s") ? 1000 : 1);
    int whole = (int) Math.ceil(value);
    r.rtt = m.group(2).isEmpty() ? whole : whole * 8;
  }

  private static void readProtocol(RouteRequest r, Args args) {
    String text = args.value();
    r.protocol =
        OptionalInt.of(
            (int)
                r.host
                    .names()
                    .protocol(text)
                    .orElseThrow(() -> IpError.wrong("\"protocol\" value is invalid\n", text)));
  }

  private static void readTable(RouteRequest r, Args args) {
    String text = args.value();
    OptionalLong id = r.host.names().table(text);
    r.table =
        OptionalInt.of(
            (int) id.orElseThrow(() -> IpError.wrong("\"table\" value is invalid\n", text)));
  }

  private static void readVrf(RouteRequest r, Args args) {
    String text = args.value();
    LinkKind kind =
        r.host.links().vrf(text).orElseThrow(() -> IpError.wrong("Invalid VRF\n", text)).kind();
    r.table = OptionalInt.of(((LinkKind.Vrf) kind).table());
  }

  private static void readDestination(RouteRequest r, Args args) {
    args.skip("to");
    String text = args.take();
    Optional<RouteType> named =
        Character.isDigit(text.isEmpty() ? '0' : text.charAt(0))
            ? Optional.empty()
            : Names.routeType(text);
    if (named.isPresent()) {
      r.type = named;
      text = args.value();
    } else if (text.equals("nat")) {
      notModelled("nat");
    }
    if (Args.matches(text, "help")) {
      throw Help.of("ip-route");
    }
    if (r.to.isPresent()) {
      throw IpError.garbage("to", text);
    }
    Typed typed = Addresses.prefix(text, r.family);
    r.family(typed);
    r.to = Optional.of(typed);
  }

  private List<NextHop> readNextHops(Args args) {
    List<NextHop> hops = new ArrayList<>();
    boolean more = true;
    while (more) {
      if (!args.more()) {
        throw IpError.exit("Error: unexpected end of line after \"nexthop\"\n");
      }
      hops.add(readNextHop(args));
      more = args.more();
      if (more && !args.peek().equals("nexthop")) {
        throw IpError.exit(
            "Error: \"nexthop\" or end of line is expected instead of \"" + args.peek() + "\"\n");
      }
      if (more) {
        args.take();
      }
    }
    return hops;
  }

  private NextHop readNextHop(Args args) {
    Optional<Ip4> gateway = Optional.empty();
    Optional<String> device = Optional.empty();
    int weight = 1;
    int hopFlags = 0;
    while (args.more()) {
      switch (args.peek()) {
        case "via" -> {
          args.take();
          gateway = Optional.of(gateway(args));
        }
        case "dev" -> {
          args.take();
          String name = args.value();
          device =
              Optional.of(
                  host.links()
                      .find(name)
                      .orElseThrow(() ->
                          IpError.exit(
                              "Cannot find device \"" + name + "\"\nError: cannot parse nexthop\n"))
                      .name());
        }
        case "weight" -> {
          args.take();
          weight = weight(args.value());
        }
        case "onlink" -> {
          args.take();
          hopFlags |= NextHop.ONLINK;
        }
        default -> {
          return new NextHop(gateway, device, weight, hopFlags);
        }
      }
    }
    return new NextHop(gateway, device, weight, hopFlags);
  }

  private static int weight(String text) {
    long weight =
        Numbers.unsigned(text, 256)
            .orElseThrow(() -> IpError.wrong("\"weight\" is invalid\n", text));
    if (weight == 0) {
      throw IpError.wrong("\"weight\" is invalid\n", text);
    }
    return (int) weight;
  }
}
