package vethlab.linux.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import vethlab.linux.netlink.Attributes;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.Reply;
import vethlab.linux.netlink.attr.AfSpec;
import vethlab.linux.netlink.attr.Ifla;
import vethlab.linux.netlink.attr.Inet6Link;
import vethlab.linux.netlink.attr.LinkInfo;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.op.LinkKind;
import vethlab.op.OperState;
import vethlab.op.view.LinkStats;
import vethlab.op.view.LinkView;
import vethlab.wire.Mac;

/** Links: RTM_NEWLINK messages as {@link LinkView}. */
public final class LinkViews {
  private static final int ARPHRD_LOOPBACK = 772;
  private static final int NO_NETNSID = -1;
  private static final List<String> ADDR_GEN_MODES =
      List.of("eui64", "none", "stable_secret", "random");

  private final LinkNames names;
  private final IntFunction<String> namespaceOfId;
  private final Map<Integer, String> namespaces = new HashMap<>();

  private LinkViews(LinkNames names, IntFunction<String> namespaceOfId) {
    this.names = names;
    this.namespaceOfId = namespaceOfId;
  }

  /**
   * All links, by index.
   *
   * @param namespaceOfId the name of a namespace that is known by a number here, empty for none
   */
  public static List<LinkView> all(NetlinkSocket socket, IntFunction<String> namespaceOfId) {
    LinkViews reader = new LinkViews(LinkNames.of(socket), namespaceOfId);
    Message question = MessageBuilder.of(MessageType.RTM_GETLINK, 0, Header.IfInfo.ANY).build();
    return socket.dump(question, reply -> Optional.of(Parts.of(reply))).stream()
        .map(reader::view)
        .toList();
  }

  /** What is read of a message while the socket is busy, so that more can be asked afterwards. */
  private record Parts(Header.IfInfo header, int linkType, Attributes attributes, LinkStats stats) {
    static Parts of(Reply reply) {
      java.nio.ByteBuffer copy =
          java.nio.ByteBuffer.allocate(reply.to() - reply.from()).order(reply.in().order());
      copy.put(0, reply.in(), reply.from(), reply.to() - reply.from());
      Attributes attributes = Attributes.of(copy, 16, copy.capacity());
      return new Parts(
          Header.IfInfo.read(copy, 0),
          Header.IfInfo.linkType(copy, 0),
          attributes,
          LinkCounters.read(attributes));
    }
  }

  private LinkView view(Parts parts) {
    Attributes a = parts.attributes();
    Attributes info = a.nested(Ifla.LINKINFO);
    String kindWord = info.string(LinkInfo.KIND);
    int netnsid = a.u32(Ifla.LINK_NETNSID, NO_NETNSID);
    int link = a.u32(Ifla.LINK, 0);
    Optional<LinkView.LinkNetns> linkNetns =
        netnsid == NO_NETNSID
            ? Optional.empty()
            : Optional.of(new LinkView.LinkNetns(netnsid, namespace(netnsid)));
    String below = linkNetns.isPresent() || link == 0 ? "" : names.name(link);
    LinkKind kind =
        kindWord.isEmpty() && parts.linkType() == ARPHRD_LOOPBACK
            ? new LinkKind.Loopback()
            : KindViews.read(kindWord, info, below, names);
    String master = names.name(a.u32(Ifla.MASTER, 0));
    boolean port = info.string(LinkInfo.SLAVE_KIND).equals("bridge");
    int mode = a.nested(Ifla.AF_SPEC).nested(AfSpec.INET6).u8(Inet6Link.ADDR_GEN_MODE, 0);
    return new LinkView(
        parts.header().index(),
        a.string(Ifla.IFNAME),
        kind,
        a.mac(Ifla.ADDRESS, Mac.ZERO),
        a.mac(Ifla.BROADCAST, Mac.ZERO),
        a.u32(Ifla.MTU, 0),
        a.u32(Ifla.MIN_MTU, 0),
        a.u32(Ifla.MAX_MTU, 0),
        parts.header().flags(),
        OperState.values()[Math.min(6, a.u8(Ifla.OPERSTATE, 0))],
        link == parts.header().index() && linkNetns.isEmpty() ? 0 : link,
        linkNetns,
        master,
        a.string(Ifla.QDISC),
        a.u32(Ifla.TXQLEN, 0),
        a.u32(Ifla.PROMISCUITY, 0),
        a.u32(Ifla.ALLMULTI, 0),
        ADDR_GEN_MODES.get(Math.min(3, mode)),
        a.u32(Ifla.NUM_TX_QUEUES, 1),
        a.u32(Ifla.NUM_RX_QUEUES, 1),
        a.u32(Ifla.CARRIER_CHANGES, 0),
        a.string(Ifla.IFALIAS),
        a.u32(Ifla.GROUP, 0),
        parts.stats(),
        kindWord.equals("bridge")
            ? Optional.of(BridgeViews.bridge(info.nested(LinkInfo.DATA)))
            : Optional.empty(),
        port
            ? Optional.of(BridgeViews.port(master, info.nested(LinkInfo.SLAVE_DATA)))
            : Optional.empty());
  }

  private String namespace(int netnsid) {
    return namespaces.computeIfAbsent(netnsid, namespaceOfId::apply);
  }
}
