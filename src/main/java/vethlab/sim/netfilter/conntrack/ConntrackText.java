package vethlab.sim.netfilter.conntrack;

import vethlab.op.view.ConntrackView;
import vethlab.sim.netfilter.conntrack.TcpTracker.State;
import vethlab.wire.Ip4;
import vethlab.wire.Protocol;

/** Connections as pictures and as the lines of conntrack -L, for traces. */
public final class ConntrackText {
  private ConntrackText() {}

  public static ConntrackView view(Connection connection, long now) {
    boolean tcp = connection.original().protocol() == Protocol.TCP;
    State state = connection.tcp.state;
    long left =
        connection.has(Connection.CONFIRMED)
            ? connection.secondsLeft(now)
            : connection.timeout / 1_000_000_000L;
    return new ConntrackView(
        connection.original().protocol(),
        tcp ? state.name() : "",
        left,
        side(connection, false),
        side(connection, true),
        connection.has(Connection.ASSURED),
        connection.has(Connection.SEEN_REPLY),
        Integer.toUnsignedLong(connection.mark),
        1,
        connection.original().zone(),
        connection.id);
  }

  private static ConntrackView.Tuple side(Connection connection, boolean reply) {
    Tuple tuple = connection.tuple(reply);
    boolean icmp = tuple.protocol() == Protocol.ICMP;
    int at = reply ? 2 : 0;
    return new ConntrackView.Tuple(
        new Ip4(tuple.source()),
        new Ip4(tuple.destination()),
        icmp ? 0 : tuple.sourcePart(),
        icmp ? 0 : tuple.destinationPart(),
        icmp ? tuple.icmpType() : 0,
        icmp ? tuple.icmpCode() : 0,
        icmp ? tuple.sourcePart() : 0,
        connection.counted[at],
        connection.counted[at + 1]);
  }

  /** Without the columns that change by themselves. */
  public static String line(ConntrackView view) {
    StringBuilder text = new StringBuilder();
    text.append(vethlab.op.iptables.Protocols.name(view.protocol())).append(' ');
    text.append(view.state().isEmpty() ? "" : view.state() + " ");
    tuple(text, view.protocol(), view.original());
    text.append(view.seenReply() ? "" : "[UNREPLIED] ");
    tuple(text, view.protocol(), view.reply());
    return text.append(view.assured() ? "[ASSURED] " : "").toString().strip();
  }

  private static void tuple(StringBuilder text, int protocol, ConntrackView.Tuple tuple) {
    text.append("src=").append(tuple.src()).append(" dst=").append(tuple.dst()).append(' ');
    if (protocol == Protocol.ICMP) {
      text.append("type=").append(tuple.type()).append(" code=").append(tuple.code());
      text.append(" id=").append(tuple.id()).append(' ');
    } else if (protocol == Protocol.TCP || protocol == Protocol.UDP) {
      text.append("sport=").append(tuple.sport()).append(" dport=").append(tuple.dport());
      text.append(' ');
    }
  }
}
