package vethlab.linux.request;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.attr.Tca;
import vethlab.linux.netlink.attr.TcaNetem;
import vethlab.op.Op;
import vethlab.op.Qdisc;

/**
 * Queueing disciplines: RTM_NEWQDISC and RTM_DELQDISC as {@code tc qdisc} (iproute2, tc/q_netem.c).
 */
final class QdiscRequests {
  /** A tick of the packet scheduler, PSCHED_SHIFT 6. */
  private static final int NANOS_PER_TICK = 64;

  private QdiscRequests() {}

  static Message set(Op.QdiscSet op, Names names) {
    int flags =
        switch (op.verb()) {
          case ADD -> NlFlags.CREATE | NlFlags.EXCL;
          case CHANGE -> 0;
          case REPLACE -> NlFlags.CREATE | NlFlags.REPLACE;
        };
    Header header =
        new Header.TcMsg(
            0, names.index(op.ns(), op.dev()), op.handle() << 16, Header.TcMsg.ROOT, 0);
    return switch (op.qdisc()) {
      case Qdisc.Netem netem ->
          MessageBuilder.of(MessageType.RTM_NEWQDISC, NlFlags.REQUEST | flags, header)
              .string(Tca.KIND, "netem")
              .bytes(Tca.OPTIONS, netem(netem))
              .build();
    };
  }

  static Message delete(Op.QdiscDel op, Names names) {
    int index = names.index(op.ns(), op.dev());
    return MessageBuilder.of(
            MessageType.RTM_DELQDISC,
            NlFlags.REQUEST,
            new Header.TcMsg(0, index, 0, Header.TcMsg.ROOT, 0))
        .build();
  }

  /** struct tc_netem_qopt, then what is not in it as attributes. */
  private static byte[] netem(Qdisc.Netem netem) {
    ByteBuffer out = ByteBuffer.allocate(96).order(ByteOrder.nativeOrder());
    out.putInt((int) (netem.delay() / NANOS_PER_TICK)).putInt(netem.limit());
    out.putInt(share(netem.loss())).putInt(netem.reorder() > 0 ? 1 : 0);
    out.putInt(share(netem.duplicate())).putInt((int) (netem.jitter() / NANOS_PER_TICK));
    if (netem.reorder() > 0) {
      attribute(out, TcaNetem.REORDER, share(netem.reorder()), 0);
    }
    if (netem.corrupt() > 0) {
      attribute(out, TcaNetem.CORRUPT, share(netem.corrupt()), 0);
    }
    if (netem.rate() > 0) {
      attribute(out, TcaNetem.RATE, (int) (netem.rate() / 8), 0, 0, 0);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private static void attribute(ByteBuffer out, TcaNetem attr, int... words) {
    out.putShort((short) (4 + 4 * words.length)).putShort((short) attr.number());
    for (int word : words) {
      out.putInt(word);
    }
  }

  private static int share(double share) {
    return (int) Math.round(share * 0xffffffffL);
  }
}
