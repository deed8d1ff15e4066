package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Protocols;
import vethlab.op.iptables.Span;
import vethlab.op.iptables.TcpFlags;

/** Sources: iptables libxt_tcp.c, libxt_udp.c, libxt_multiport.c. */
final class PortMatches {
  private PortMatches() {}

  /** An extension of the older kind: it counts its options itself. */
  static final class Tcp extends MatchExtension {
    private Match.Tcp match = Match.Tcp.ANY;

    Tcp() {
      super(
          "tcp",
          Opt.arg("source-port", "sport").not().many(),
          Opt.arg("destination-port", "dport").not().many(),
          Opt.flag("syn").not().many(),
          Opt.arg("tcp-flags").not().many(),
          Opt.arg("tcp-option").not().many());
    }

    @Override
    String second(Getopt words) {
      if (!words.hasArgument()) {
        throw parameter("--tcp-flags requires two args.");
      }
      return words.take();
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "source-port" -> {
          once("source-port", "Only one `--source-port' allowed");
          set(value.is(ports(value.text())), match.destination(), match.flags(), match.option());
        }
        case "destination-port" -> {
          once("destination-port", "Only one `--destination-port' allowed");
          set(match.source(), value.is(ports(value.text())), match.flags(), match.option());
        }
        case "syn" -> {
          onceFlags();
          set(match.source(), match.destination(), value.is(TcpFlags.SYN), match.option());
        }
        case "tcp-flags" -> {
          onceFlags();
          String[] both = value.text().split("\n", 2);
          TcpFlags flags = new TcpFlags(flags(both[0]), flags(both[1]));
          set(match.source(), match.destination(), value.is(flags), match.option());
        }
        default -> {
          once("tcp-option", "Only one `--tcp-option' allowed");
          int number =
              Number.wholeInt(value.text(), 1, 255)
                  .orElseThrow(() -> parameter("Bad TCP option \"%s\"", value.text()));
          set(match.source(), match.destination(), match.flags(), value.is(number));
        }
      }
    }

    private void set(
        Is<Span> source, Is<Span> destination, Is<TcpFlags> flags, Is<Integer> option) {
      match = new Match.Tcp(source, destination, flags, option);
    }

    private void once(String option, String complaint) {
      if (given(option)) {
        throw parameter("%s", complaint);
      }
    }

    private void onceFlags() {
      if (given("syn") || given("tcp-flags")) {
        throw parameter("Only one of `--syn' or `--tcp-flags'  allowed");
      }
    }

    private static int flags(String names) {
      int bits = 0;
      for (String name : names.split(",")) {
        if (!name.isEmpty()) {
          bits |= TcpFlags.bits(name).orElseThrow(() -> parameter("Unknown TCP flag `%s'", name));
        }
      }
      return bits;
    }

    private static Span ports(String text) {
      int colon = text.indexOf(':');
      if (colon < 0) {
        return Span.of(Value.port(text, "tcp"));
      }
      String first = text.substring(0, colon);
      String last = text.substring(colon + 1);
      Span span =
          new Span(
              first.isEmpty() ? 0 : Value.port(first, "tcp"),
              last.isEmpty() ? 65535 : Value.port(last, "tcp"));
      if (span.first() > span.last()) {
        throw parameter("invalid portrange (min > max)");
      }
      return span;
    }

    @Override
    Match match() {
      return match;
    }
  }

  static final class Udp extends MatchExtension {
    private Is<Span> source = Match.ANY_PORT;
    private Is<Span> destination = Match.ANY_PORT;

    Udp() {
      super(
          "udp", Opt.arg("source-port", "sport").not(), Opt.arg("destination-port", "dport").not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      if (option.name().equals("source-port")) {
        source = value.is(value.ports());
      } else {
        destination = value.is(value.ports());
      }
    }

    @Override
    Match match() {
      return new Match.Udp(source, destination);
    }
  }

  static final class Multiport extends MatchExtension {
    private static final int MOST = 15;
    private Match.Multiport match = new Match.Multiport(Match.Side.EITHER, Is.equal(List.of()));

    Multiport() {
      super(
          "multiport",
          Opt.arg("source-ports", "sports").not().without("destination-ports", "ports"),
          Opt.arg("destination-ports", "dports").not().without("source-ports", "ports"),
          Opt.arg("ports").not().without("source-ports", "destination-ports"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      Match.Side side =
          switch (option.name()) {
            case "source-ports" -> Match.Side.SOURCE;
            case "destination-ports" -> Match.Side.DESTINATION;
            default -> Match.Side.EITHER;
          };
      match = new Match.Multiport(side, value.is(ports(value.text(), protocol(entry))));
    }

    private static String protocol(Entry entry) {
      Optional<String> name =
          switch (entry.protocol()) {
            case Protocols.TCP, Protocols.UDP, Protocols.UDPLITE, Protocols.SCTP, Protocols.DCCP ->
                Optional.of(Protocols.name(entry.protocol()));
            default -> Optional.empty();
          };
      if (entry.protocol() == 0 && !entry.notProtocol()) {
        throw parameter("multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'");
      }
      return name.filter(n -> !entry.notProtocol())
          .orElseThrow(
              () -> parameter("multiport only works with TCP, UDP, UDPLITE, SCTP and DCCP"));
    }

    private static List<Span> ports(String text, String protocol) {
      List<Span> ports = new ArrayList<>();
      int used = 0;
      for (String each : text.split(",", -1)) {
        int colon = each.indexOf(':');
        used += colon < 0 ? 1 : 2;
        if (used > MOST) {
          throw parameter("too many ports specified");
        }
        int first = Value.port(colon < 0 ? each : each.substring(0, colon), protocol);
        int last = colon < 0 ? first : Value.port(each.substring(colon + 1), protocol);
        if (colon >= 0 && first >= last) {
          throw parameter("invalid portrange specified");
        }
        ports.add(new Span(first, last));
      }
      return List.copyOf(ports);
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter("multiport expection an option");
      }
    }

    @Override
    Match match() {
      return match;
    }
  }
}
