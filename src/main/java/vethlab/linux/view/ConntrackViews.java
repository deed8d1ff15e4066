package vethlab.linux.view;

import java.util.List;
import java.util.Optional;
import vethlab.linux.netlink.Attributes;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.Reply;
import vethlab.linux.netlink.attr.Cta;
import vethlab.linux.netlink.attr.CtaCounters;
import vethlab.linux.netlink.attr.CtaIp;
import vethlab.linux.netlink.attr.CtaProto;
import vethlab.linux.netlink.attr.CtaProtoInfo;
import vethlab.linux.netlink.attr.CtaTcp;
import vethlab.linux.netlink.attr.CtaTuple;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.op.view.ConntrackView;
import vethlab.wire.Ip4;

/** Connections: nfnetlink's messages as {@link ConntrackView}, and the message that deletes one. */
public final class ConntrackViews {
  private static final int IPS_SEEN_REPLY = 2;
  private static final int IPS_ASSURED = 4;
  private static final int ICMP = 1;

  /** enum tcp_conntrack, as conntrack(8) prints it. */
  private static final List<String> TCP_STATES =
      List.of(
          "NONE",
          "SYN_SENT",
          "SYN_RECV",
          "ESTABLISHED",
          "FIN_WAIT",
          "CLOSE_WAIT",
          "LAST_ACK",
          "TIME_WAIT",
          "CLOSE",
          "SYN_SENT2");

  private ConntrackViews() {}

  public static List<ConntrackView> all(NetlinkSocket netfilter) {
    Message question =
        MessageBuilder.of(MessageType.IPCTNL_MSG_CT_GET, 0, new Header.NfGen(Header.AF_INET, 0, 0))
            .build();
    return netfilter.dump(question, reply -> Optional.of(view(reply)));
  }

  private static ConntrackView view(Reply reply) {
    Attributes a = reply.attributes(4);
    int status = a.be32(Cta.STATUS, 0);
    int tcp = a.nested(Cta.PROTOINFO).nested(CtaProtoInfo.TCP).u8(CtaTcp.STATE, -1);
    Attributes original = a.nested(Cta.TUPLE_ORIG);
    return new ConntrackView(
        original.nested(CtaTuple.PROTO).u8(CtaProto.NUM, 0),
        tcp < 0 ? "" : TCP_STATES.get(Math.min(tcp, TCP_STATES.size() - 1)),
        a.number(Cta.TIMEOUT, 0),
        tuple(original, a.nested(Cta.COUNTERS_ORIG)),
        tuple(a.nested(Cta.TUPLE_REPLY), a.nested(Cta.COUNTERS_REPLY)),
        (status & IPS_ASSURED) != 0,
        (status & IPS_SEEN_REPLY) != 0,
        a.number(Cta.MARK, 0),
        a.be32(Cta.USE, 0),
        a.be16(Cta.ZONE, 0),
        a.number(Cta.ID, 0));
  }

  private static ConntrackView.Tuple tuple(Attributes tuple, Attributes counters) {
    Attributes ip = tuple.nested(CtaTuple.IP);
    Attributes proto = tuple.nested(CtaTuple.PROTO);
    return new ConntrackView.Tuple(
        ip.ip4(CtaIp.V4_SRC, Ip4.ANY),
        ip.ip4(CtaIp.V4_DST, Ip4.ANY),
        proto.be16(CtaProto.SRC_PORT, 0),
        proto.be16(CtaProto.DST_PORT, 0),
        proto.u8(CtaProto.ICMP_TYPE, 0),
        proto.u8(CtaProto.ICMP_CODE, 0),
        proto.be16(CtaProto.ICMP_ID, 0),
        counters.be64(CtaCounters.PACKETS, 0),
        counters.be64(CtaCounters.BYTES, 0));
  }

  /** The message that deletes one connection, known by its original direction. */
  public static Message delete(ConntrackView connection) {
    ConntrackView.Tuple t = connection.original();
    return MessageBuilder.of(
            MessageType.IPCTNL_MSG_CT_DELETE,
            NlFlags.REQUEST,
            new Header.NfGen(Header.AF_INET, 0, 0))
        .nestMarked(
            Cta.TUPLE_ORIG,
            tuple -> {
              tuple.nestMarked(
                  CtaTuple.IP, ip -> ip.ip4(CtaIp.V4_SRC, t.src()).ip4(CtaIp.V4_DST, t.dst()));
              tuple.nestMarked(CtaTuple.PROTO, p -> protocol(p, connection.protocol(), t));
            })
        .build();
  }

  private static void protocol(MessageBuilder p, int protocol, ConntrackView.Tuple t) {
    p.u8(CtaProto.NUM, protocol);
    if (protocol == ICMP) {
      p.u8(CtaProto.ICMP_TYPE, t.type()).u8(CtaProto.ICMP_CODE, t.code());
      p.be16(CtaProto.ICMP_ID, t.id());
    } else {
      p.be16(CtaProto.SRC_PORT, t.sport()).be16(CtaProto.DST_PORT, t.dport());
    }
  }
}
