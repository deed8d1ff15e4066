package vethlab.shell.iproute;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.Op;
import vethlab.op.Route.RouteType;
import vethlab.op.Rule;
import vethlab.shell.iproute.Addresses.Typed;
import vethlab.shell.iproute.Options.Family;
import vethlab.wire.Prefix;

/** {@code ip rule}. */
final class IpRule {
  private final Host host;

  IpRule(Host host) {
    this.host = host;
  }

  void run(Args args) {
    if (!args.more()) {
      list(args);
      return;
    }
    String command = args.take();
    if (Args.matches(command, "list")
        || Args.matches(command, "lst")
        || Args.matches(command, "show")) {
      list(args);
    } else if (Args.matches(command, "save") || Args.matches(command, "restore")) {
      throw IpError.notModelled("ip rule " + command);
    } else if (Args.matches(command, "add")) {
      require(args, "add");
      host.talk(new Op.RuleAdd(host.ns(), read(Verb.ADD, args)));
    } else if (Args.matches(command, "delete")) {
      require(args, "del");
      host.talk(new Op.RuleDel(host.ns(), read(Verb.DELETE, args)));
    } else if (Args.matches(command, "flush")) {
      flush(args);
    } else if (Args.matches(command, "help")) {
      throw Help.of("ip-rule");
    } else {
      throw IpError.unknownCommand(command, "ip rule");
    }
  }

  private void require(Args args, String word) {
    if (!args.more()) {
      throw host.failed("\"ip rule " + word + "\" requires arguments.\n");
    }
  }

  private void list(Args args) {
    RuleFilter filter = RuleFilter.read(host, args);
    Printer printer = host.printer();
    printer.start();
    RulePrinter rules = new RulePrinter(host, printer);
    if (host.options().family == Family.INET6) {
      rules.printIp6Defaults();
    } else {
      host.kernel().rules(host.ns()).stream().filter(filter::shows).forEach(rules::print);
    }
    printer.finish();
  }

  private void flush(Args args) {
    RuleFilter filter = RuleFilter.read(host, args);
    for (Rule rule : host.kernel().rules(host.ns())) {
      boolean first = rule.priority().orElse(0) == 0;
      if (!first && filter.shows(rule) && filter.protocolFits(rule)) {
        host.talk(new Op.RuleDel(host.ns(), rule));
      }
    }
  }

  private enum Verb {
    ADD,
    DELETE
  }

  /** What has been read of a rule. */
  private static final class Request {
    private final Host host;
    private OptionalLong priority = OptionalLong.empty();
    private boolean not;
    private Optional<Prefix> from = Optional.empty();
    private Optional<Prefix> to = Optional.empty();
    private int tos;
    private OptionalLong mark = OptionalLong.empty();
    private OptionalLong mask = OptionalLong.empty();
    private Optional<String> iif = Optional.empty();
    private Optional<String> oif = Optional.empty();
    private OptionalInt ipProtocol = OptionalInt.empty();
    private Optional<Rule.Ports> sport = Optional.empty();
    private Optional<Rule.Ports> dport = Optional.empty();
    private OptionalInt table = OptionalInt.empty();
    private Optional<Rule.Action> action = Optional.empty();
    private int protocol;
    private OptionalInt suppress = OptionalInt.empty();
    private boolean l3mdev;

    Request(Host host) {
      this.host = host;
    }

    private Optional<Prefix> prefix(String text) {
      Typed typed = Addresses.prefix(text, host.options().family);
      if (typed.family() == Family.INET6) {
        throw IpError.notModelled("ip rule: IPv6");
      }
      return typed.isWord() ? Optional.empty() : Optional.of(typed.prefix());
    }
  }

  private static final Words<Request> WORDS =
      new Words<Request>()
          .full("not", (r, a) -> r.not = true)
          .full("from", (r, a) -> r.from = r.prefix(a.value()))
          .full("to", (r, a) -> r.to = r.prefix(a.value()))
          .word("preference", IpRule::readPriority)
          .word("order", IpRule::readPriority)
          .word("priority", IpRule::readPriority)
          .full("tos", IpRule::readTos)
          .word("dsfield", IpRule::readTos)
          .full("fwmark", IpRule::readMark)
          .word("realms", (r, a) -> notModelled("realms"))
          .word("protocol", IpRule::readProtocol)
          .word("tun_id", (r, a) -> notModelled("tun_id"))
          .word("table", IpRule::readTable)
          .full("lookup", IpRule::readTable)
          .word("suppress_prefixlength", IpRule::readSuppress)
          .full("sup_pl", IpRule::readSuppress)
          .word("suppress_ifgroup", (r, a) -> notModelled("suppress_ifgroup"))
          .full("sup_group", (r, a) -> notModelled("suppress_ifgroup"))
          .full("dev", (r, a) -> r.iif = Optional.of(ifname("\"iif\"/\"dev\"", a.value())))
          .full("iif", (r, a) -> r.iif = Optional.of(ifname("\"iif\"/\"dev\"", a.value())))
          .full("oif", (r, a) -> r.oif = Optional.of(ifname("\"oif\"", a.value())))
          .full("l3mdev", (r, a) -> r.l3mdev = true)
          .full("uidrange", (r, a) -> notModelled("uidrange"))
          .full("nat", (r, a) -> notModelled("nat"))
          .word("map-to", (r, a) -> notModelled("map-to"))
          .full("ipproto", IpRule::readIpProtocol)
          .full("sport", (r, a) -> r.sport = Optional.of(ports("invalid port range\n", a.value())))
          .full("dport", (r, a) -> r.dport = Optional.of(ports("invalid dport range\n", a.value())))
          .other(IpRule::readAction);

  private static void notModelled(String word) {
    throw IpError.notModelled("ip rule: \"" + word + "\"");
  }

  private static void readPriority(Request r, Args args) {
    String text = args.value();
    r.priority =
        OptionalLong.of(
            Numbers.u32(text)
                .orElseThrow(() -> IpError.wrong("preference value is invalid\n", text)));
  }

  private static void readTos(Request r, Args args) {
    String text = args.value();
    r.tos =
        (int) Names.dsfield(text).orElseThrow(() -> IpError.wrong("TOS value is invalid\n", text));
  }

  private static void readMark(Request r, Args args) {
    String text = args.value();
    int slash = text.indexOf('/');
    String mark = slash < 0 ? text : text.substring(0, slash);
    r.mark =
        OptionalLong.of(
            Numbers.u32(mark).orElseThrow(() -> IpError.wrong("fwmark value is invalid\n", mark)));
    if (slash >= 0) {
      String mask = text.substring(slash + 1);
      r.mask =
          OptionalLong.of(
              Numbers.u32(mask)
                  .orElseThrow(() -> IpError.wrong("fwmask value is invalid\n", mask)));
    }
  }

  private static void readProtocol(Request r, Args args) {
    String text = args.value();
    r.protocol =
        (int)
            r.host
                .names()
                .protocol(text)
                .orElseThrow(() -> IpError.wrong("\"protocol\" value is invalid\n", text));
  }

  private static void readTable(Request r, Args args) {
    String text = args.value();
    r.table =
        OptionalInt.of(
            (int)
                r.host
                    .names()
                    .table(text)
                    .orElseThrow(() -> IpError.wrong("invalid table ID\n", text)));
  }

  private static void readSuppress(Request r, Args args) {
    String text = args.value();
    OptionalLong value = Numbers.integer(text);
    if (value.isEmpty() || value.getAsLong() < 0) {
      throw IpError.wrong("suppress_prefixlength value is invalid\n", text);
    }
    r.suppress = OptionalInt.of((int) value.getAsLong());
  }

  static String ifname(String word, String text) {
    if (!LinkTable.validName(text)) {
      throw IpError.wrong(word + " not a valid ifname", text);
    }
    return text;
  }

  private static void readIpProtocol(Request r, Args args) {
    String text = args.value();
    r.ipProtocol =
        OptionalInt.of(
            (int)
                Names.ipProtocol(text)
                    .orElseThrow(() -> IpError.wrong("Invalid \"ipproto\" value\n", text)));
  }

  static Rule.Ports ports(String complaint, String text) {
    java.util.regex.Matcher m =
        java.util.regex.Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?.*").matcher(text);
    if (!m.matches()) {
      throw IpError.wrong(complaint, text);
    }
    int first = Integer.parseInt(m.group(1)) & 0xffff;
    return new Rule.Ports(
        first, m.group(2) == null ? first : Integer.parseInt(m.group(2)) & 0xffff);
  }

  private static void readAction(Request r, Args args) {
    args.skip("type");
    String text = args.take();
    if (Args.matches(text, "help")) {
      throw Help.of("ip-rule");
    }
    if (Args.matches(text, "goto")) {
      String target = args.value();
      r.action =
          Optional.of(
              new Rule.Action.Goto(
                  Numbers.u32(target)
                      .orElseThrow(() -> IpError.wrong("invalid target\n", target))));
      return;
    }
    if (Args.matches(text, "nop")) {
      r.action = Optional.of(new Rule.Action.Nop());
      return;
    }
    RouteType type =
        Names.routeType(text).orElseThrow(() -> IpError.wrong("Failed to parse rule type", text));
    r.action =
        switch (type) {
          case BLACKHOLE -> Optional.of(new Rule.Action.Blackhole());
          case UNREACHABLE -> Optional.of(new Rule.Action.Unreachable());
          case PROHIBIT -> Optional.of(new Rule.Action.Prohibit());
          case UNICAST -> Optional.empty();
          default -> throw r.host.refused("RTNETLINK answers: Invalid argument\n");
        };
  }

  private Rule read(Verb verb, Args args) {
    Request r = WORDS.read(new Request(host), args);
    if (r.l3mdev && r.table.orElse(0) != 0) {
      throw new IpError("table can not be specified for l3mdev rules\n", 22);
    }
    if (host.options().family == Family.INET6) {
      throw IpError.notModelled("ip rule: IPv6");
    }
    return new Rule(
        r.priority,
        r.not,
        r.from,
        r.to,
        r.tos,
        r.mark,
        r.mask,
        r.iif,
        r.oif,
        r.ipProtocol,
        r.sport,
        r.dport,
        action(r, verb),
        r.protocol,
        r.suppress,
        r.l3mdev);
  }

  /**
   * Without a word about it a new rule looks in main; a rule to delete may do anything (table 0).
   */
  private static Rule.Action action(Request r, Verb verb) {
    if (r.action.isPresent()) {
      return r.action.get();
    }
    boolean anything = verb == Verb.DELETE || r.l3mdev;
    return new Rule.Action.Lookup(r.table.orElse(anything ? 0 : vethlab.op.Route.MAIN));
  }
}
