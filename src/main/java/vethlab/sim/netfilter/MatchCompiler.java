package vethlab.sim.netfilter;

import vethlab.op.iptables.Is;
import vethlab.op.iptables.Masked;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Span;
import vethlab.op.iptables.TcpFlags;
import vethlab.sim.Skb;
import vethlab.wire.Icmp;
import vethlab.wire.Tcp;
import vethlab.wire.Udp;

/** Makes tests of matches: the match functions of net/netfilter/xt_*.c and their nft forms. */
final class MatchCompiler {
  private static final int NO_PORT = -1;

  private MatchCompiler() {}

  static RuleTest compile(Match match, Memory memory) {
    return switch (match) {
      case Match.Tcp m -> tcp(m);
      case Match.Udp m -> udp(m);
      case Match.Icmp m -> icmp(m);
      case Match.Multiport m -> multiport(m);
      case Match.State m -> ConntrackTests.states(m.states());
      case Match.Conntrack m -> ConntrackTests.conntrack(m);
      case Match.ConnMark m -> ConntrackTests.mark(m);
      case Match.ConnLimit m -> ConntrackTests.limit(m);
      case Match.ConnBytes m -> ConntrackTests.bytes(m);
      case Match.AddrType m -> AddressTests.type(m);
      case Match.IpRange m -> AddressTests.range(m);
      case Match.MacSource m -> LinkTests.mac(m);
      case Match.PktType m -> LinkTests.kind(m);
      case Match.Physdev m -> LinkTests.physdev(m);
      case Match.Mark m -> mark(m.mark());
      case Match.Comment m -> e -> true;
      case Match.Limit m -> CountingTests.limit(m, memory);
      case Match.HashLimit m -> e -> HashLimitTable.matches(e, m);
      case Match.StatisticRandom m -> CountingTests.random(m);
      case Match.StatisticNth m -> CountingTests.nth(m, memory);
      case Match.Quota m -> CountingTests.quota(m, memory);
      case Match.Recent m -> e -> RecentList.matches(e, m);
      case Match.Length m -> {
        Span span = m.length().value();
        yield e -> span.contains(e.packet.totalLength()) != m.length().not();
      }
      case Match.Ttl m -> ttl(m);
      case Match.Tos m -> {
        Masked tos = m.tos().value();
        yield e -> (e.packet.tos() & tos.mask()) == tos.value() != m.tos().not();
      }
      case Match.Dscp m -> {
        int dscp = m.dscp().value();
        yield e -> (e.packet.tos() >> 2 == dscp) != m.dscp().not();
      }
      case Match.Owner m -> owner(m);
      case Match.TcpMss m -> mss(m);
      case Match.StringSearch m -> new StringTest(m);
    };
  }

  private static RuleTest tcp(Match.Tcp m) {
    Span source = m.source().value();
    Span destination = m.destination().value();
    TcpFlags flags = m.flags().value();
    boolean option = m.option().value() != 0;
    return e -> {
      if (!(e.transport instanceof Tcp tcp)) {
        return false;
      }
      return source.contains(tcp.sport()) != m.source().not()
          && destination.contains(tcp.dport()) != m.destination().not()
          && (flags.mask() == 0 || ((tcp.flags() & flags.mask()) == flags.set()) != m.flags().not())
          && (!option || hasOption(tcp, m.option().value()) != m.option().not());
    };
  }

  private static boolean hasOption(Tcp tcp, int kind) {
    return switch (kind) {
      case 2 -> tcp.options().hasMss();
      case 3 -> tcp.options().hasWindowScale();
      case 4 -> tcp.options().sackPermitted();
      case 8 -> tcp.options().hasTimestamps();
      default -> false;
    };
  }

  private static RuleTest udp(Match.Udp m) {
    Span source = m.source().value();
    Span destination = m.destination().value();
    return e ->
        e.transport instanceof Udp udp
            && source.contains(udp.sport()) != m.source().not()
            && destination.contains(udp.dport()) != m.destination().not();
  }

  private static RuleTest icmp(Match.Icmp m) {
    var type = m.type().value();
    return e ->
        e.transport instanceof Icmp icmp
            && (type.isAny()
                    || icmp.type() == type.type()
                        && icmp.code() >= type.firstCode()
                        && icmp.code() <= type.lastCode())
                != m.type().not();
  }

  private static RuleTest multiport(Match.Multiport m) {
    Span[] spans = m.ports().value().toArray(new Span[0]);
    boolean source = m.side() != Match.Side.DESTINATION;
    boolean destination = m.side() != Match.Side.SOURCE;
    return e -> {
      int sport = sourcePort(e);
      if (sport == NO_PORT) {
        return false;
      }
      int dport = destinationPort(e);
      boolean found = false;
      for (Span span : spans) {
        found |= source && span.contains(sport) || destination && span.contains(dport);
      }
      return found != m.ports().not();
    };
  }

  static int sourcePort(Evaluation e) {
    return switch (e.transport) {
      case Tcp tcp -> tcp.sport();
      case Udp udp -> udp.sport();
      default -> NO_PORT;
    };
  }

  static int destinationPort(Evaluation e) {
    return switch (e.transport) {
      case Tcp tcp -> tcp.dport();
      case Udp udp -> udp.dport();
      default -> NO_PORT;
    };
  }

  private static RuleTest mark(Is<Masked> is) {
    Masked mark = is.value();
    return e -> mark.matches(e.skb.mark) != is.not();
  }

  private static RuleTest ttl(Match.Ttl m) {
    int ttl = m.ttl();
    return switch (m.comparison()) {
      case EQUAL -> e -> e.packet.ttl() == ttl;
      case NOT_EQUAL -> e -> e.packet.ttl() != ttl;
      case LESS -> e -> e.packet.ttl() < ttl;
      case GREATER -> e -> e.packet.ttl() > ttl;
    };
  }

  /** xt_owner.c: whoever runs here is root; what the kernel sends by itself has no owner. */
  private static RuleTest owner(Match.Owner m) {
    boolean user = m.user().map(is -> is.value().contains(0) != is.not()).orElse(true);
    boolean group = m.group().map(is -> is.value().contains(0) != is.not()).orElse(true);
    boolean nobody =
        m.socket() != Match.Wanted.YES
            && m.user().map(Is::not).orElse(true)
            && m.group().map(Is::not).orElse(true);
    return e -> hasOwner(e.skb) ? m.socket() != Match.Wanted.NO && user && group : nobody;
  }

  private static boolean hasOwner(Skb skb) {
    return skb.socket != 0;
  }

  private static RuleTest mss(Match.TcpMss m) {
    Span span = m.mss().value();
    return e ->
        (e.transport instanceof Tcp tcp
                && tcp.options().hasMss()
                && span.contains(tcp.options().mss()))
            != m.mss().not();
  }
}
