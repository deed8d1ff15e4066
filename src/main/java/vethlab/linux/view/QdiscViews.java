package vethlab.linux.view;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import vethlab.linux.netlink.Attributes;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.Reply;
import vethlab.linux.netlink.attr.Tca;
import vethlab.linux.netlink.attr.TcaNetem;
import vethlab.linux.netlink.attr.TcaStats;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.op.Qdisc;
import vethlab.op.view.QdiscView;

/** Root queueing disciplines: RTM_NEWQDISC messages as {@link QdiscView}. */
public final class QdiscViews {
  private static final int NANOS_PER_TICK = 64;
  private static final int NETEM_QOPT = 24;

  private QdiscViews() {}

  public static List<QdiscView> all(NetlinkSocket socket) {
    LinkNames names = LinkNames.of(socket);
    Message question =
        MessageBuilder.of(MessageType.RTM_GETQDISC, 0, new Header.TcMsg(0, 0, 0, 0, 0)).build();
    return socket.dump(question, reply -> view(reply, names));
  }

  private static Optional<QdiscView> view(Reply reply, LinkNames names) {
    Header.TcMsg h = Header.TcMsg.read(reply.in(), reply.from());
    if (h.parent() != Header.TcMsg.ROOT) {
      return Optional.empty();
    }
    Attributes a = reply.attributes(20);
    Attributes stats = a.nested(Tca.STATS2);
    ByteBuffer in = stats.buffer();
    int basic = stats.offset(TcaStats.BASIC);
    int queue = stats.offset(TcaStats.QUEUE);
    String kind = a.string(Tca.KIND);
    return Optional.of(
        new QdiscView(
            names.name(h.index()),
            kind,
            h.handle() >>> 16,
            kind.equals("netem") ? Optional.of(netem(a)) : Optional.empty(),
            basic < 0 ? 0 : in.getLong(basic),
            basic < 0 ? 0 : in.getInt(basic + 8) & 0xffffffffL,
            queue < 0 ? 0 : in.getInt(queue + 8) & 0xffffffffL));
  }

  private static Qdisc netem(Attributes a) {
    ByteBuffer in = a.buffer();
    int at = a.offset(Tca.OPTIONS);
    Attributes more = a.nested(Tca.OPTIONS, NETEM_QOPT);
    return new Qdisc.Netem(
        time(in.getInt(at), more, TcaNetem.LATENCY64),
        time(in.getInt(at + 20), more, TcaNetem.JITTER64),
        share(in.getInt(at + 8)),
        share(in.getInt(at + 16)),
        share(first(more, TcaNetem.CORRUPT)),
        share(first(more, TcaNetem.REORDER)),
        8 * (first(more, TcaNetem.RATE) & 0xffffffffL),
        in.getInt(at + 4));
  }

  private static long time(int ticks, Attributes more, TcaNetem exact) {
    long approximate = (ticks & 0xffffffffL) * NANOS_PER_TICK;
    return more.number(exact, approximate);
  }

  private static int first(Attributes more, TcaNetem attr) {
    int offset = more.offset(attr);
    return offset < 0 ? 0 : more.buffer().getInt(offset);
  }

  private static double share(int value) {
    return (value & 0xffffffffL) / (double) 0xffffffffL;
  }
}
