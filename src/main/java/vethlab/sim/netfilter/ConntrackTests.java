package vethlab.sim.netfilter;

import java.util.Optional;
import vethlab.op.iptables.AddressMask;
import vethlab.op.iptables.ConnStates;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Masked;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Span;
import vethlab.sim.netfilter.conntrack.Connection;
import vethlab.sim.netfilter.conntrack.Tuple;
import vethlab.wire.Ip4;

/**
 * Tests of a packet's connection: xt_conntrack.c, xt_connmark.c, xt_connlimit.c, xt_connbytes.c.
 */
final class ConntrackTests {
  private ConntrackTests() {}

  static RuleTest states(Is<ConnStates> states) {
    int wanted = states.value().bits();
    return e -> ((stateBits(e) & wanted) != 0) != states.not();
  }

  private static int stateBits(Evaluation e) {
    Connection connection = e.connection();
    if (connection.isNone()) {
      return e.skb.conn.info() == ConnRef.UNTRACKED ? ConnStates.UNTRACKED : ConnStates.INVALID;
    }
    return 1 << e.skb.conn.info() % ConnRef.IS_REPLY + 1
        | (connection.has(Connection.SRC_NAT) ? ConnStates.SNAT : 0)
        | (connection.has(Connection.DST_NAT) ? ConnStates.DNAT : 0);
  }

  static RuleTest conntrack(Match.Conntrack m) {
    Optional<RuleTest> states = m.states().map(ConntrackTests::states);
    return e -> {
      if (states.isPresent() && !states.get().test(e)) {
        return false;
      }
      Connection connection = e.connection();
      return connection.isNone() ? states.isPresent() : fits(m, e, connection);
    };
  }

  private static boolean fits(Match.Conntrack m, Evaluation e, Connection connection) {
    Tuple original = connection.original();
    Tuple reply = connection.reply();
    boolean inReply = e.skb.conn.isReply();
    return m.direction().map(d -> (d == Match.Direction.REPLY) == inReply).orElse(true)
        && address(m.originalSource(), original.source())
        && address(m.originalDestination(), original.destination())
        && address(m.replySource(), reply.source())
        && address(m.replyDestination(), reply.destination())
        && m.protocol().map(is -> (is.value() == original.protocol()) != is.not()).orElse(true)
        && number(m.originalSourcePort(), original.sourcePart())
        && number(m.originalDestinationPort(), original.destinationPart())
        && number(m.replySourcePort(), reply.sourcePart())
        && number(m.replyDestinationPort(), reply.destinationPart())
        && m.status()
            .map(is -> ((is.value().bits() & connection.status) != 0) != is.not())
            .orElse(true)
        && number(m.expires(), connection.secondsLeft(e.world.now()));
  }

  private static boolean address(Optional<Is<AddressMask>> is, int address) {
    return is.isEmpty() || is.get().value().contains(new Ip4(address)) != is.get().not();
  }

  private static boolean number(Optional<Is<Span>> is, long number) {
    return is.isEmpty() || is.get().value().contains(number) != is.get().not();
  }

  static RuleTest mark(Match.ConnMark m) {
    Masked mark = m.mark().value();
    return e -> {
      Connection connection = e.connection();
      return !connection.isNone() && mark.matches(connection.mark) != m.mark().not();
    };
  }

  /** How many living connections have the same end, this one counted. */
  static RuleTest limit(Match.ConnLimit m) {
    int mask = AddressMask.prefixMask(m.prefixLength());
    boolean source = m.side() == Match.Side.SOURCE;
    return e -> {
      Connection mine = e.connection();
      int key = (source ? e.source : e.destination) & mask;
      long count = mine.has(Connection.CONFIRMED) || mine.isNone() ? 0 : 1;
      for (Connection each : e.netns.netfilter.conntrack().living(e.world.now())) {
        Tuple tuple = each.original();
        boolean same = ((source ? tuple.source() : tuple.destination()) & mask) == key;
        count += same && tuple.protocol() == e.protocol && !each.isClosed() ? 1 : 0;
      }
      return count > m.limit() != m.upto();
    };
  }

  static RuleTest bytes(Match.ConnBytes m) {
    Span span = m.count().value();
    return e -> {
      Connection connection = e.connection();
      if (connection.isNone()) {
        return false;
      }
      long packets = sum(connection, m.of(), 0);
      long bytes = sum(connection, m.of(), 1);
      long value =
          switch (m.what()) {
            case PACKETS -> packets;
            case BYTES -> bytes;
            case AVGPKT -> packets == 0 ? 0 : bytes / packets;
          };
      boolean within = value >= span.first() && (span.last() == -1 || value <= span.last());
      return within != m.count().not();
    };
  }

  private static long sum(Connection connection, Match.ConnBytes.Of of, int which) {
    return switch (of) {
      case ORIGINAL -> connection.counted(which);
      case REPLY -> connection.counted(which + 2);
      case BOTH -> connection.counted(which) + connection.counted(which + 2);
    };
  }
}
