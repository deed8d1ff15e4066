package vethlab.shell.iproute;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.op.view.RouteAnswer;
import vethlab.op.view.RouteQuery;
import vethlab.shell.iproute.Addresses.Typed;
import vethlab.shell.iproute.Options.Family;
import vethlab.wire.Ip4;

/** {@code ip route}. */
final class IpRoute {
  private final Host host;

  IpRoute(Host host) {
    this.host = host;
  }

  void run(Args args) {
    if (!args.more()) {
      list(args);
      return;
    }
    String command = args.take();
    if (Args.matches(command, "add")) {
      modify(RouteVerb.ADD, args);
    } else if (Args.matches(command, "change") || command.equals("chg")) {
      modify(RouteVerb.CHANGE, args);
    } else if (Args.matches(command, "replace")) {
      modify(RouteVerb.REPLACE, args);
    } else if (Args.matches(command, "prepend")) {
      modify(RouteVerb.PREPEND, args);
    } else if (Args.matches(command, "append")) {
      modify(RouteVerb.APPEND, args);
    } else if (Args.matches(command, "test")) {
      throw IpError.notModelled("ip route test");
    } else if (Args.matches(command, "delete")) {
      modify(RouteVerb.DELETE, args);
    } else if (Args.matches(command, "list")
        || Args.matches(command, "show")
        || Args.matches(command, "lst")) {
      list(args);
    } else if (Args.matches(command, "get")) {
      get(args);
    } else if (Args.matches(command, "flush")) {
      flush(args);
    } else if (Args.matches(command, "save")
        || Args.matches(command, "restore")
        || Args.matches(command, "showdump")) {
      throw IpError.notModelled("ip route " + command);
    } else if (Args.matches(command, "help")) {
      throw Help.of("ip-route");
    } else {
      throw IpError.unknownCommand(command, "ip route");
    }
  }

  private void modify(RouteVerb verb, Args args) {
    host.talk(new Op.RouteChange(host.ns(), verb, RouteRequest.read(host, verb, args)));
  }

  private void list(Args args) {
    RouteFilter filter = RouteFilter.read(host, args);
    Printer printer = host.printer();
    if (isIp6()) {
      printer.start().finish();
      return;
    }
    printer.start();
    if (filter.table.isPresent()
        && filter.table.getAsInt() != Route.MAIN
        && !filter.cache
        && !host.kernel().routeTables(host.ns()).contains(filter.table.getAsInt())) {
      host.warn("Error: ipv4: FIB table does not exist.\n");
      throw new IpError("Dump terminated\n", host.tool().refused());
    }
    RoutePrinter routes = new RoutePrinter(host, printer, filter);
    if (filter.cache) {
      host.kernel().routeCache(host.ns()).forEach(routes::print);
    }
    host.kernel().routes(host.ns()).stream().filter(filter::shows).forEach(routes::print);
    printer.finish();
  }

  private boolean isIp6() {
    return host.options().family == Family.INET6;
  }

  private void flush(Args args) {
    if (!args.more()) {
      throw host.failed("\"ip route flush\" requires arguments.\n");
    }
    RouteFilter filter = RouteFilter.read(host, args);
    if (filter.cache) {
      if (host.options().stats()) {
        host.print("*** IPv4 routing cache is flushed.\n");
      }
      host.kernel().apply(new Op.SysctlSet(host.ns(), "net.ipv4.route.flush", "-1"));
      return;
    }
    for (int round = 0; ; round++) {
      List<Route> found =
          isIp6()
              ? List.of()
              : host.kernel().routes(host.ns()).stream().filter(filter::shows).toList();
      if (found.isEmpty()) {
        flushed(round);
        return;
      }
      flushRound(filter, found, round + 1);
    }
  }

  private void flushed(int rounds) {
    if (host.options().stats()) {
      host.print(
          rounds == 0
              ? "Nothing to flush.\n"
              : "*** Flush is complete after "
                  + rounds
                  + " round"
                  + (rounds > 1 ? "s" : "")
                  + " ***\n");
    }
  }

  private void flushRound(RouteFilter filter, List<Route> found, int round) {
    RoutePrinter printer = new RoutePrinter(host, host.printer(), filter);
    for (Route route : found) {
      if (host.options().statistics > 1) {
        printer.print(route);
      }
      Result result =
          host.kernel().apply(new Op.RouteChange(host.ns(), RouteVerb.DELETE, asRequest(route)));
      if (result instanceof Result.Refused refused) {
        host.warn(Host.answer(refused));
        throw new IpError(
            "Failed to send flush request: " + refused.errno().text() + "\n",
            host.tool().refused());
      }
    }
    if (host.options().stats()) {
      host.print("\n*** Round " + round + ", deleting " + found.size() + " entries ***\n");
    }
  }

  /** The route without what only the kernel says of it. */
  private static Route asRequest(Route route) {
    List<Route.NextHop> hops =
        route.hops().stream()
            .map(hop ->
                new Route.NextHop(
                    hop.gateway(), hop.dev(), hop.weight(), hop.flags() & Route.NextHop.ONLINK))
            .toList();
    return new Route(
        route.type(),
        route.to(),
        route.tos(),
        route.table(),
        route.protocol(),
        route.scope(),
        route.metric(),
        route.source(),
        hops,
        route.metrics());
  }

  /** What has been read of a question. */
  private static final class Question {
    private final Host host;
    private Family family;
    private Optional<Ip4> to = Optional.empty();
    private Optional<Ip4> from = Optional.empty();
    private Optional<String> iif = Optional.empty();
    private Optional<String> oif = Optional.empty();
    private int tos;
    private long mark;
    private OptionalInt protocol = OptionalInt.empty();
    private OptionalInt sport = OptionalInt.empty();
    private OptionalInt dport = OptionalInt.empty();
    private boolean fibMatch;

    Question(Host host) {
      this.host = host;
      this.family = host.options().family;
    }

    private Typed prefix(String text) {
      Typed typed = Addresses.prefix(text, family);
      if (family == Family.ANY) {
        family = typed.family();
      }
      return typed;
    }
  }

  private static final Words<Question> QUESTION =
      new Words<Question>()
          .full("tos", IpRoute::readTos)
          .word("dsfield", IpRoute::readTos)
          .word("from", IpRoute::readFrom)
          .word("iif", (q, a) -> q.iif = Optional.of(a.value()))
          .word("mark", IpRoute::readMark)
          .word("oif", (q, a) -> q.oif = Optional.of(a.value()))
          .full("dev", (q, a) -> q.oif = Optional.of(a.value()))
          .word("notify", (q, a) -> {})
          .word("connected", (q, a) -> notModelled("connected"))
          .word("vrf", IpRoute::readVrf)
          .word("uid", (q, a) -> notModelled("uid"))
          .word("fibmatch", (q, a) -> q.fibMatch = true)
          .full("as", (q, a) -> notModelled("as"))
          .word("sport", (q, a) -> q.sport = OptionalInt.of(port("sport", a.value())))
          .word("dport", (q, a) -> q.dport = OptionalInt.of(port("dport", a.value())))
          .word("ipproto", IpRoute::readProtocol)
          .other(IpRoute::readTo);

  private static void notModelled(String word) {
    throw IpError.notModelled("ip route get: \"" + word + "\"");
  }

  private static void readTos(Question q, Args args) {
    String text = args.value();
    q.tos =
        (int) Names.dsfield(text).orElseThrow(() -> IpError.wrong("TOS value is invalid\n", text));
  }

  private static void readFrom(Question q, Args args) {
    String text = args.value();
    if (Args.matches(text, "help")) {
      throw Help.of("ip-route");
    }
    q.from = Optional.of(q.prefix(text).ip());
  }

  private static void readMark(Question q, Args args) {
    String text = args.value();
    q.mark = Numbers.u32(text).orElseThrow(() -> IpError.wrong("invalid mark value", text));
  }

  private static void readVrf(Question q, Args args) {
    String text = args.value();
    q.oif =
        Optional.of(
            q.host
                .links()
                .vrf(text)
                .orElseThrow(() -> IpError.wrong("Invalid VRF\n", text))
                .name());
  }

  private static int port(String word, String text) {
    return (int) Numbers.u16(text).orElseThrow(() -> IpError.wrong("invalid " + word + "\n", text));
  }

  private static void readProtocol(Question q, Args args) {
    String text = args.value();
    q.protocol =
        OptionalInt.of(
            (int)
                Names.ipProtocol(text)
                    .orElseThrow(() -> IpError.wrong("Invalid \"ipproto\" value\n", text)));
  }

  private static void readTo(Question q, Args args) {
    args.skip("to");
    String text = args.take();
    if (Args.matches(text, "help")) {
      throw Help.of("ip-route");
    }
    Typed typed = q.prefix(text);
    if (typed.family() == Family.INET && typed.length() != 32) {
      q.host.warn(
          "Warning: /"
              + typed.length()
              + " as prefix is invalid, only /32 (or none) is supported.\n");
    }
    q.to = Optional.of(typed.ip());
  }

  private void get(Args args) {
    Question q = QUESTION.read(new Question(host), args);
    if (q.to.isEmpty()) {
      throw host.failed("need at least a destination address\n");
    }
    Optional<String> iif = q.iif.map(name -> host.device(name).name());
    Optional<String> oif = q.oif.map(name -> host.device(name).name());
    if (q.family == Family.INET6) {
      throw host.refused("RTNETLINK answers: Network is unreachable\n");
    }
    RouteAnswer answer =
        host.kernel()
            .routeGet(
                host.ns(),
                new RouteQuery(
                    q.to.get(),
                    q.from,
                    iif,
                    oif,
                    q.tos,
                    q.mark,
                    q.protocol,
                    q.sport,
                    q.dport,
                    q.fibMatch));
    Printer printer = host.printer();
    RoutePrinter routes = new RoutePrinter(host, printer, RouteFilter.open(host));
    switch (answer) {
      case RouteAnswer.Refused refused -> throw host.refused(refused.why());
      case RouteAnswer.Found found -> {
        printer.start();
        routes.print(found);
        printer.finish();
      }
      case RouteAnswer.Match match -> {
        printer.start();
        routes.print(match.route());
        printer.finish();
      }
    }
  }
}
