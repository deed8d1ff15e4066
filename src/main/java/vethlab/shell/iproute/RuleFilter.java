package vethlab.shell.iproute;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.Rule;
import vethlab.shell.iproute.Addresses.Typed;
import vethlab.shell.iproute.Options.Family;

/** Which rules {@code ip rule list|flush} is about. */
final class RuleFilter {
  private final Host host;
  private OptionalLong priority = OptionalLong.empty();
  private boolean not;
  private OptionalInt tos = OptionalInt.empty();
  private long mark;
  private long mask;
  private Optional<String> iif = Optional.empty();
  private Optional<String> oif = Optional.empty();
  private boolean l3mdev;
  private int table;
  private Optional<Typed> from = Optional.empty();
  private Optional<Typed> to = Optional.empty();
  private OptionalInt protocol = OptionalInt.empty();
  private int ipProtocol;
  private Optional<Rule.Ports> sport = Optional.empty();
  private Optional<Rule.Ports> dport = Optional.empty();

  private RuleFilter(Host host) {
    this.host = host;
  }

  private static final Words<RuleFilter> WORDS =
      new Words<RuleFilter>()
          .word("preference", RuleFilter::readPriority)
          .word("order", RuleFilter::readPriority)
          .word("priority", RuleFilter::readPriority)
          .full("not", (f, a) -> f.not = true)
          .full("tos", RuleFilter::readTos)
          .full("dsfield", RuleFilter::readTos)
          .full("fwmark", RuleFilter::readMark)
          .full("dev", (f, a) -> f.iif = name("\"iif\"/\"dev\"", a))
          .full("iif", (f, a) -> f.iif = name("\"iif\"/\"dev\"", a))
          .full("oif", (f, a) -> f.oif = name("\"oif\"", a))
          .full("l3mdev", (f, a) -> f.l3mdev = true)
          .word("lookup", RuleFilter::readTable)
          .word("table", RuleFilter::readTable)
          .word("from", (f, a) -> f.from = Optional.of(f.prefix(a.value())))
          .word("src", (f, a) -> f.from = Optional.of(f.prefix(a.value())))
          .word("protocol", RuleFilter::readProtocol)
          .full("ipproto", RuleFilter::readIpProtocol)
          .full(
              "sport",
              (f, a) -> f.sport = Optional.of(IpRule.ports("invalid port range\n", a.value())))
          .full(
              "dport",
              (f, a) -> f.dport = Optional.of(IpRule.ports("invalid dport range\n", a.value())))
          .other(RuleFilter::readTo);

  static RuleFilter read(Host host, Args args) {
    return WORDS.read(new RuleFilter(host), args);
  }

  boolean shows(Rule rule) {
    return (priority.isEmpty() || priority.getAsLong() == rule.priority().orElse(0))
        && (!not || rule.not())
        && (from.isEmpty() || fits(from.get(), rule.from()))
        && (to.isEmpty() || fits(to.get(), rule.to()))
        && (tos.isEmpty() || tos.getAsInt() == rule.tos())
        && (mark == 0 || mark == rule.fwmark().orElse(0))
        && (mask == 0 || mask == rule.fwmask().orElse(0))
        && (iif.isEmpty() || iif.equals(rule.iif()))
        && (oif.isEmpty() || oif.equals(rule.oif()))
        && (!l3mdev || rule.l3mdev())
        && (ipProtocol == 0 || ipProtocol == rule.ipProtocol().orElse(0))
        && (sport.isEmpty() || sport.equals(rule.sourcePorts()))
        && (dport.isEmpty() || dport.equals(rule.destinationPorts()))
        && (table == 0 || table == RulePrinter.table(rule));
  }

  boolean protocolFits(Rule rule) {
    return protocol.isEmpty() || protocol.getAsInt() == rule.protocol();
  }

  private static boolean fits(Typed wanted, Optional<vethlab.wire.Prefix> prefix) {
    if (wanted.family() == Family.ANY) {
      return true;
    }
    int length = prefix.map(p -> p.length()).orElse(0);
    return wanted.length() <= length
        && (wanted.length() == 0 || wanted.prefix().contains(prefix.get().address()));
  }

  private Typed prefix(String text) {
    return Addresses.prefix(text, Family.INET);
  }

  private static Optional<String> name(String word, Args args) {
    return Optional.of(IpRule.ifname(word, args.value()));
  }

  private static void readPriority(RuleFilter f, Args args) {
    String text = args.value();
    f.priority =
        OptionalLong.of(
            Numbers.u32(text)
                .orElseThrow(() -> IpError.wrong("preference value is invalid\n", text)));
  }

  private static void readTos(RuleFilter f, Args args) {
    String text = args.value();
    f.tos =
        OptionalInt.of(
            (int)
                Names.dsfield(text)
                    .orElseThrow(() -> IpError.wrong("TOS value is invalid\n", text)));
  }

  private static void readMark(RuleFilter f, Args args) {
    String[] parts = args.value().split("/", 2);
    f.mark =
        Numbers.u32(parts[0])
            .orElseThrow(() -> IpError.wrong("fwmark value is invalid\n", parts[0]));
    if (parts.length > 1) {
      f.mask =
          Numbers.u32(parts[1])
              .orElseThrow(() -> IpError.wrong("fwmask value is invalid\n", parts[1]));
    }
  }

  private static void readTable(RuleFilter f, Args args) {
    String text = args.value();
    f.table =
        (int)
            f.host
                .names()
                .table(text)
                .orElseThrow(() -> IpError.wrong("table id value is invalid\n", text));
  }

  private static void readProtocol(RuleFilter f, Args args) {
    String text = args.value();
    OptionalLong id = f.host.names().protocol(text);
    if (id.isEmpty() && !text.equals("all")) {
      throw IpError.wrong("invalid \"protocol\"\n", text);
    }
    f.protocol = id.isPresent() ? OptionalInt.of((int) id.getAsLong()) : OptionalInt.empty();
  }

  private static void readIpProtocol(RuleFilter f, Args args) {
    String text = args.value();
    f.ipProtocol =
        (int)
            Names.ipProtocol(text)
                .orElseThrow(() -> IpError.wrong("Invalid \"ipproto\" value\n", text));
  }

  private static void readTo(RuleFilter f, Args args) {
    String word = args.take();
    if (Args.matches(word, "dst") || Args.matches(word, "to")) {
      word = args.value();
    }
    f.to = Optional.of(f.prefix(word));
  }
}
