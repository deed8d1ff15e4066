package vethlab.linux.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.linux.netlink.Attributes;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.Reply;
import vethlab.linux.netlink.attr.Nda;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.op.NudState;
import vethlab.op.view.NeighView;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** Neighbours: RTM_NEWNEIGH messages as {@link NeighView}; first the entries, then the proxies. */
public final class NeighbourViews {
  private static final int NTF_PROXY = 8;
  private static final int NTF_ROUTER = 0x80;

  private NeighbourViews() {}

  public static List<NeighView> all(NetlinkSocket socket) {
    LinkNames names = LinkNames.of(socket);
    List<NeighView> all = new ArrayList<>(dump(socket, names, 0));
    all.addAll(dump(socket, names, NTF_PROXY));
    return all;
  }

  private static List<NeighView> dump(NetlinkSocket socket, LinkNames names, int flags) {
    Message question =
        MessageBuilder.of(
                MessageType.RTM_GETNEIGH, 0, new Header.NdMsg(Header.AF_INET, 0, 0, flags, 0))
            .build();
    return socket.dump(question, reply -> Optional.of(view(reply, names)));
  }

  private static NeighView view(Reply reply, LinkNames names) {
    Header.NdMsg h = Header.NdMsg.read(reply.in(), reply.from());
    Attributes a = reply.attributes(12);
    int info = a.offset(Nda.CACHEINFO);
    return new NeighView(
        a.ip4(Nda.DST, Ip4.ANY),
        h.index(),
        names.name(h.index()),
        a.mac(Nda.LLADDR, Mac.ZERO),
        state(h.state()),
        (h.flags() & NTF_PROXY) != 0,
        (h.flags() & NTF_ROUTER) != 0,
        info < 0 ? 0 : a.buffer().getInt(info + 12),
        BridgeViews.seconds(a, 1),
        BridgeViews.seconds(a, 0),
        BridgeViews.seconds(a, 2),
        a.u32(Nda.PROBES, 0));
  }

  private static NudState state(int bits) {
    for (NudState state : NudState.values()) {
      if (state.bit() != 0 && (bits & state.bit()) != 0) {
        return state;
      }
    }
    return NudState.NONE;
  }
}
