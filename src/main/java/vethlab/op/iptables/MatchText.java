package vethlab.op.iptables;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Matches as iptables-save prints them: the save functions of iptables' extensions. */
public final class MatchText {
  private MatchText() {}

  /** What follows {@code -m NAME}, from the space before the first option on. */
  public static String options(Match match) {
    return switch (match) {
      case Match.Tcp m -> tcp(m);
      case Match.Udp m -> ports(m.source(), "--sport") + ports(m.destination(), "--dport");
      case Match.Icmp m -> m.type().bang() + " --icmp-type " + m.type().value();
      case Match.Multiport m -> multiport(m);
      case Match.State m -> m.states().bang() + " --state " + m.states().value();
      case Match.Conntrack m -> conntrack(m);
      case Match.AddrType m -> addrType(m);
      case Match.Mark m -> m.mark().bang() + " --mark " + m.mark().value();
      case Match.ConnMark m -> m.mark().bang() + " --mark " + m.mark().value();
      case Match.Comment m -> " --comment " + quoted(m.text());
      case Match.Limit m ->
          " --limit "
              + Rates.LIMIT.text(m.average())
              + (m.burst() == 5 ? "" : " --limit-burst " + m.burst());
      case Match.HashLimit m -> hashLimit(m);
      case Match.StatisticRandom m ->
          " --mode random" + m.probability().bang() + " --probability " + probability(m);
      case Match.StatisticNth m ->
          " --mode nth"
              + m.every().bang()
              + " --every "
              + m.every().value()
              + " --packet "
              + m.packet();
      case Match.Physdev m -> physdev(m);
      case Match.MacSource m -> m.source().bang() + " --mac-source " + m.source().value();
      case Match.IpRange m ->
          range(m.source(), "--src-range") + range(m.destination(), "--dst-range");
      case Match.Length m -> m.length().bang() + " --length " + m.length().value();
      case Match.Ttl m -> ttl(m);
      case Match.Tos m ->
          m.tos().bang()
              + " --tos 0x%02x/0x%02x".formatted(m.tos().value().value(), m.tos().value().mask());
      case Match.Dscp m -> m.dscp().bang() + " --dscp 0x%02x".formatted(m.dscp().value());
      case Match.Owner m -> owner(m);
      case Match.PktType m -> m.kind().bang() + " --pkt-type " + word(m.kind().value());
      case Match.Recent m -> recent(m);
      case Match.ConnLimit m -> connLimit(m);
      case Match.TcpMss m -> m.mss().bang() + " --mss " + m.mss().value();
      case Match.StringSearch m -> string(m);
      case Match.Quota m ->
          m.bytes().bang() + " --quota " + Long.toUnsignedString(m.bytes().value());
      case Match.ConnBytes m -> connBytes(m);
    };
  }

  /** A text as xtables_save_string writes it: in quotes unless it is a plain word. */
  public static String quoted(String text) {
    return text.matches("[-_0-9a-zA-Z]+")
        ? text
        : '"' + text.replaceAll("([\"\\\\'])", "\\\\$1") + '"';
  }

  /** The probability with eleven digits. */
  public static String probability(Match.StatisticRandom match) {
    return String.format(Locale.ROOT, "%.11f", match.probability().value() / (double) (1L << 31));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String tcp(Match.Tcp tcp) {
    StringBuilder text = new StringBuilder();
    text.append(ports(tcp.source(), "--sport")).append(ports(tcp.destination(), "--dport"));
    if (tcp.option().value() != 0 || tcp.option().not()) {
      text.append(tcp.option().bang()).append(" --tcp-option ").append(tcp.option().value());
    }
    TcpFlags flags = tcp.flags().value();
    if (flags.mask() != 0 || tcp.flags().not()) {
      text.append(tcp.flags().bang()).append(" --tcp-flags ");
      text.append(TcpFlags.names(flags.mask())).append(' ').append(TcpFlags.names(flags.set()));
    }
    return text.toString();
  }

  private static String ports(Is<Span> ports, String option) {
    boolean all = ports.value().equals(Match.ANY_PORT.value());
    return all ? "" : ports.bang() + " " + option + " " + ports.value();
  }

  private static String multiport(Match.Multiport match) {
    String option =
        switch (match.side()) {
          case SOURCE -> " --sports ";
          case DESTINATION -> " --dports ";
          case EITHER -> " --ports ";
        };
    return match.ports().bang()
        + option
        + match.ports().value().stream().map(Span::toString).collect(Collectors.joining(","));
  }

  private static String conntrack(Match.Conntrack m) {
    return option(m.states(), "ctstate")
        + option(m.protocol(), "ctproto")
        + address(m.originalSource(), "ctorigsrc")
        + address(m.originalDestination(), "ctorigdst")
        + address(m.replySource(), "ctreplsrc")
        + address(m.replyDestination(), "ctrepldst")
        + option(m.originalSourcePort(), "ctorigsrcport")
        + option(m.originalDestinationPort(), "ctorigdstport")
        + option(m.replySourcePort(), "ctreplsrcport")
        + option(m.replyDestinationPort(), "ctrepldstport")
        + option(m.status(), "ctstatus")
        + option(m.expires(), "ctexpire")
        + m.direction().map(d -> " --ctdir " + d).orElse("");
  }

  private static String option(Optional<? extends Is<?>> value, String name) {
    return value.map(v -> v.bang() + " --" + name + " " + v.value()).orElse("");
  }

  private static String address(Optional<Is<AddressMask>> value, String name) {
    return value.map(v -> v.bang() + " --" + name + " " + v.value().listed()).orElse("");
  }

  private static String addrType(Match.AddrType match) {
    return match
            .source()
            .map(s -> s.bang() + " --src-type " + AddrTypes.names(s.value()))
            .orElse("")
        + match
            .destination()
            .map(d -> d.bang() + " --dst-type " + AddrTypes.names(d.value()))
            .orElse("")
        + switch (match.limited()) {
          case NOT -> "";
          case TO_IN -> " --limit-iface-in";
          case TO_OUT -> " --limit-iface-out";
        };
  }

  private static String hashLimit(Match.HashLimit m) {
    return (m.above() ? " --hashlimit-above " : " --hashlimit-upto ")
        + Rates.HASHLIMIT.text(m.average())
        + " --hashlimit-burst "
        + m.burst()
        + (m.modes() == 0 ? "" : " --hashlimit-mode " + hashModes(m.modes(), ","))
        + " --hashlimit-name "
        + m.table()
        + number(" --hashlimit-htable-size ", m.size(), 0)
        + number(" --hashlimit-htable-max ", m.max(), 0)
        + number(" --hashlimit-htable-gcinterval ", m.gcInterval(), 1000)
        + number(" --hashlimit-htable-expire ", m.expire(), Rates.HASHLIMIT.quantum(m.average()))
        + number(" --hashlimit-srcmask ", m.sourceLength(), 32)
        + number(" --hashlimit-dstmask ", m.destinationLength(), 32);
  }

  /** What hashlimit tells apart, joined. */
  public static String hashModes(int modes, String separator) {
    return java.util.Arrays.stream(Match.HashMode.values())
        .filter(mode -> (modes & 1 << mode.ordinal()) != 0)
        .map(MatchText::word)
        .collect(Collectors.joining(separator));
  }

  private static String number(String option, long value, long usual) {
    return value == usual ? "" : option + value;
  }

  private static String physdev(Match.Physdev m) {
    return wanted(m.isIn(), "--physdev-is-in")
        + option(m.in(), "physdev-in")
        + wanted(m.isOut(), "--physdev-is-out")
        + option(m.out(), "physdev-out")
        + wanted(m.isBridged(), "--physdev-is-bridged");
  }

  private static String wanted(Match.Wanted wanted, String option) {
    return switch (wanted) {
      case EITHER -> "";
      case YES -> " " + option;
      case NO -> " ! " + option;
    };
  }

  private static String range(Optional<Is<AddressSpan>> range, String option) {
    return range.map(r -> r.bang() + " " + option + " " + r.value().ends()).orElse("");
  }

  private static String ttl(Match.Ttl match) {
    return switch (match.comparison()) {
          case EQUAL -> " --ttl-eq ";
          case NOT_EQUAL -> " ! --ttl-eq ";
          case LESS -> " --ttl-lt ";
          case GREATER -> " --ttl-gt ";
        }
        + match.ttl();
  }

  private static String owner(Match.Owner m) {
    return wanted(m.socket(), "--socket-exists")
        + m.user().map(u -> u.bang() + " --uid-owner " + u.value().text('-')).orElse("")
        + m.group().map(g -> g.bang() + " --gid-owner " + g.value().text('-')).orElse("")
        + (m.supplementary() ? " --suppl-groups" : "");
  }

  private static String recent(Match.Recent m) {
    return m.action().bang()
        + " --"
        + word(m.action().value())
        + number(" --seconds ", m.seconds(), 0)
        + (m.reap() ? " --reap" : "")
        + number(" --hitcount ", m.hits(), 0)
        + (m.ttl() ? " --rttl" : "")
        + " --name "
        + m.list()
        + " --mask "
        + m.mask()
        + (m.side() == Match.Side.SOURCE ? " --rsource" : " --rdest");
  }

  private static String connLimit(Match.ConnLimit m) {
    return (m.upto() ? " --connlimit-upto " : " --connlimit-above ")
        + m.limit()
        + " --connlimit-mask "
        + m.prefixLength()
        + (m.side() == Match.Side.SOURCE ? " --connlimit-saddr" : " --connlimit-daddr");
  }

  private static String string(Match.StringSearch m) {
    return m.pattern().bang()
        + (m.hex() ? " --hex-string " : " --string ")
        + stringPattern(m)
        + " --algo "
        + word(m.algorithm())
        + number(" --from ", m.from(), 0)
        + number(" --to ", m.to(), 65535)
        + (m.ignoreCase() ? " --icase" : "");
  }

  /** The pattern in quotes; one that can't be printed as hexadecimal digits between bars. */
  public static String stringPattern(Match.StringSearch m) {
    String pattern = m.pattern().value();
    return m.hex()
        ? pattern
            .chars()
            .mapToObj(c -> "%02x".formatted(c))
            .collect(Collectors.joining("", "\"|", "|\""))
        : '"' + pattern.replaceAll("([\"\\\\])", "\\\\$1") + '"';
  }

  private static String connBytes(Match.ConnBytes m) {
    Span count = m.count().value();
    return m.count().bang()
        + " --connbytes "
        + Long.toUnsignedString(count.first())
        + (count.last() == -1 ? "" : ":" + Long.toUnsignedString(count.last()))
        + " --connbytes-mode "
        + word(m.what())
        + " --connbytes-dir "
        + word(m.of());
  }
}
