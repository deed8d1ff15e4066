package vethlab.shell.iptables;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vethlab.op.iptables.AddrTypes;
import vethlab.op.iptables.AddressMask;
import vethlab.op.iptables.AddressSpan;
import vethlab.op.iptables.IcmpType;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.MatchText;
import vethlab.op.iptables.Protocols;
import vethlab.op.iptables.Rates;
import vethlab.op.iptables.Span;
import vethlab.op.iptables.TcpFlags;

/** Matches as iptables -L shows them: the print functions of iptables' extensions. */
final class ListedMatch {
  private final Names names;

  ListedMatch(Names names) {
    this.names = names;
  }

  /**
   * With a leading space.
   *
   * @param protocol the rule's, for names of ports
   */
  String text(Match match, int protocol) {
    return switch (match) {
      case Match.Tcp m -> tcp(m);
      case Match.Udp m ->
          " udp" + ports("spt", m.source(), "udp") + ports("dpt", m.destination(), "udp");
      case Match.Icmp m -> icmp(m.type());
      case Match.Multiport m -> multiport(m, protocol);
      case Match.State m -> " state " + m.states().value();
      case Match.Conntrack m -> conntrack(m);
      case Match.AddrType m -> addrType(m);
      case Match.Mark m -> " mark match" + m.mark().bang() + " " + m.mark().value();
      case Match.ConnMark m -> " connmark match " + exclamation(m.mark()) + " " + m.mark().value();
      case Match.Comment m -> " /* " + m.text() + " */";
      case Match.Limit m -> " limit: avg " + Rates.LIMIT.text(m.average()) + " burst " + m.burst();
      case Match.HashLimit m -> hashLimit(m);
      case Match.StatisticRandom m ->
          " statistic mode random"
              + m.probability().bang()
              + " probability "
              + MatchText.probability(m);
      case Match.StatisticNth m ->
          " statistic mode nth"
              + m.every().bang()
              + " every "
              + m.every().value()
              + (m.packet() == 0 ? "" : " packet " + m.packet());
      case Match.Physdev m -> " PHYSDEV match" + MatchText.options(m);
      case Match.MacSource m -> " MAC " + (m.source().not() ? "! " : "") + m.source().value();
      case Match.IpRange m ->
          range(" source IP range", m.source()) + range(" destination IP range", m.destination());
      case Match.Length m -> " length " + exclamation(m.length()) + m.length().value();
      case Match.Ttl m -> ttl(m);
      case Match.Tos m -> tos(m);
      case Match.Dscp m ->
          " DSCP match " + exclamation(m.dscp()) + "0x%02x".formatted(m.dscp().value());
      case Match.Owner m -> owner(m);
      case Match.PktType m -> " PKTTYPE " + exclamation(m.kind()) + "= " + word(m.kind().value());
      case Match.Recent m -> recent(m);
      case Match.ConnLimit m ->
          " #conn "
              + (m.side() == Match.Side.SOURCE ? "src/" : "dst/")
              + m.prefixLength()
              + (m.upto() ? " <= " : " > ")
              + m.limit();
      case Match.TcpMss m -> " tcpmss match " + exclamation(m.mss()) + m.mss().value();
      case Match.StringSearch m -> string(m);
      case Match.Quota m -> " quota: " + Long.toUnsignedString(m.bytes().value()) + " bytes";
      case Match.ConnBytes m ->
          m.count().bang()
              + " connbytes "
              + connBytes(m.count().value())
              + " connbytes mode "
              + word(m.what())
              + " connbytes direction "
              + word(m.of());
    };
  }

  private static String exclamation(Is<?> is) {
    return is.not() ? "!" : "";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private String tcp(Match.Tcp tcp) {
    StringBuilder text = new StringBuilder(" tcp");
    text.append(ports("spt", tcp.source(), "tcp")).append(ports("dpt", tcp.destination(), "tcp"));
    if (tcp.option().value() != 0 || tcp.option().not()) {
      text.append(" option=").append(exclamation(tcp.option())).append(tcp.option().value());
    }
    TcpFlags flags = tcp.flags().value();
    if (flags.mask() != 0 || tcp.flags().not()) {
      text.append(" flags:").append(exclamation(tcp.flags()));
      text.append(
          names == Names.NUMBERS
              ? "0x%02X/0x%02X".formatted(flags.mask(), flags.set())
              : TcpFlags.names(flags.mask()) + "/" + TcpFlags.names(flags.set()));
    }
    return text.toString();
  }

  private String ports(String name, Is<Span> ports, String protocol) {
    if (ports.equals(Match.ANY_PORT)) {
      return "";
    }
    return " "
        + name
        + (ports.value().isSingle() ? ":" : "s:")
        + exclamation(ports)
        + names.ports(ports.value(), protocol);
  }

  private String icmp(Is<IcmpType> is) {
    IcmpType type = is.value();
    Optional<String> known = names.icmp(type);
    if (known.isPresent()) {
      return " icmp " + exclamation(is) + known.get();
    }
    String codes =
        type.firstCode() == type.lastCode()
            ? " code " + type.firstCode()
            : type.firstCode() != 0 || type.lastCode() != 255
                ? " codes " + type.firstCode() + "-" + type.lastCode()
                : "";
    return " icmp" + is.bang() + "type " + type.type() + codes;
  }

  private String multiport(Match.Multiport match, int protocol) {
    String side =
        switch (match.side()) {
          case SOURCE -> "sports ";
          case DESTINATION -> "dports ";
          case EITHER -> "ports ";
        };
    return " multiport "
        + side
        + match.ports().bang()
        + match.ports().value().stream()
            .map(ports -> names.ports(ports, Protocols.name(protocol)))
            .collect(Collectors.joining(","));
  }

  private String conntrack(Match.Conntrack m) {
    return option("ctstate", m.states())
        + option("ctproto", m.protocol())
        + address("ctorigsrc", m.originalSource())
        + address("ctorigdst", m.originalDestination())
        + address("ctreplsrc", m.replySource())
        + address("ctrepldst", m.replyDestination())
        + option("ctorigsrcport", m.originalSourcePort())
        + option("ctorigdstport", m.originalDestinationPort())
        + option("ctreplsrcport", m.replySourcePort())
        + option("ctrepldstport", m.replyDestinationPort())
        + option("ctstatus", m.status())
        + option("ctexpire", m.expires())
        + m.direction().map(direction -> " ctdir " + direction).orElse("");
  }

  private static String option(String name, Optional<? extends Is<?>> is) {
    return is.map(v -> v.bang() + " " + name + " " + v.value()).orElse("");
  }

  private String address(String name, Optional<Is<AddressMask>> is) {
    return is.map(v -> v.bang() + " " + name + " " + names.address(v.value())).orElse("");
  }

  private static String addrType(Match.AddrType m) {
    return " ADDRTYPE match"
        + m.source().map(s -> " src-type " + exclamation(s) + AddrTypes.names(s.value())).orElse("")
        + m.destination()
            .map(d -> " dst-type " + exclamation(d) + AddrTypes.names(d.value()))
            .orElse("")
        + switch (m.limited()) {
          case NOT -> "";
          case TO_IN -> " limit-in";
          case TO_OUT -> " limit-out";
        };
  }

  private static String hashLimit(Match.HashLimit m) {
    return (m.above() ? " limit: above " : " limit: up to ")
        + Rates.HASHLIMIT.text(m.average())
        + " burst "
        + m.burst()
        + (m.modes() == 0 ? "" : " mode " + MatchText.hashModes(m.modes(), "-"))
        + number(" htable-size ", m.size(), 0)
        + number(" htable-max ", m.max(), 0)
        + number(" htable-gcinterval ", m.gcInterval(), 1000)
        + number(" htable-expire ", m.expire(), Rates.HASHLIMIT.quantum(m.average()))
        + number(" srcmask ", m.sourceLength(), 32)
        + number(" dstmask ", m.destinationLength(), 32);
  }

  private static String number(String name, long value, long usual) {
    return value == usual ? "" : name + value;
  }

  private static String range(String name, Optional<Is<AddressSpan>> range) {
    return range.map(r -> name + r.bang() + " " + r.value().ends()).orElse("");
  }

  private static String ttl(Match.Ttl m) {
    return " TTL match TTL "
        + switch (m.comparison()) {
          case EQUAL -> "== ";
          case NOT_EQUAL -> "!= ";
          case LESS -> "< ";
          case GREATER -> "> ";
        }
        + m.ttl();
  }

  private String tos(Match.Tos m) {
    var tos = m.tos().value();
    Optional<String> symbol =
        names == Names.NUMBERS ? Optional.empty() : ListedTarget.tosSymbol(tos.value(), tos.mask());
    return " tos match"
        + exclamation(m.tos())
        + symbol.map(s -> " " + s).orElse("0x%02x/0x%02x".formatted(tos.value(), tos.mask()));
  }

  private String owner(Match.Owner m) {
    return (m.socket() == Match.Wanted.EITHER
            ? ""
            : (m.socket() == Match.Wanted.NO ? " !" : "") + " owner socket exists")
        + ids(" owner UID match ", m.user())
        + ids(" owner GID match ", m.group())
        + (m.supplementary() ? " incl. suppl. groups" : "");
  }

  private String ids(String name, Optional<Is<Span>> ids) {
    return ids.map(id ->
            id.bang()
                + name
                + (names == Names.WORDS && id.value().equals(Span.of(0))
                    ? "root"
                    : id.value().text('-')))
        .orElse("");
  }

  private static String recent(Match.Recent m) {
    String action =
        m.action().value() == Match.Recent.Action.RCHECK ? "CHECK" : m.action().value().name();
    return m.action().bang()
        + " recent: "
        + action
        + number(" seconds: ", m.seconds(), 0)
        + (m.reap() ? " reap" : "")
        + number(" hit_count: ", m.hits(), 0)
        + (m.ttl() ? " TTL-Match" : "")
        + " name: "
        + m.list()
        + (m.side() == Match.Side.SOURCE ? " side: source" : " side: dest")
        + " mask: "
        + m.mask();
  }

  private static String string(Match.StringSearch m) {
    return " STRING match "
        + exclamation(m.pattern())
        + " "
        + MatchText.stringPattern(m)
        + " ALGO name "
        + word(m.algorithm())
        + number(" FROM ", m.from(), 0)
        + number(" TO ", m.to(), 65535)
        + (m.ignoreCase() ? " ICASE" : "");
  }

  private static String connBytes(Span count) {
    return Long.toUnsignedString(count.first())
        + (count.last() == -1 ? "" : ":" + Long.toUnsignedString(count.last()));
  }
}
