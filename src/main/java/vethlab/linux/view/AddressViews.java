package vethlab.linux.view;

import java.util.List;
import java.util.Optional;
import vethlab.linux.netlink.Attributes;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.Reply;
import vethlab.linux.netlink.attr.Ifa;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.op.view.AddrView;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** IPv4 addresses: RTM_NEWADDR messages as {@link AddrView}. */
public final class AddressViews {
  private static final int IFA_F_SECONDARY = 1;
  private static final int IFA_F_PERMANENT = 0x80;
  private static final int IFA_F_NOPREFIXROUTE = 0x200;

  private AddressViews() {}

  public static List<AddrView> all(NetlinkSocket socket) {
    LinkNames names = LinkNames.of(socket);
    Message question =
        MessageBuilder.of(MessageType.RTM_GETADDR, 0, new Header.IfAddr(Header.AF_INET, 0, 0, 0, 0))
            .build();
    return socket.dump(question, reply -> Optional.of(view(reply, names)));
  }

  private static AddrView view(Reply reply, LinkNames names) {
    Header.IfAddr header = Header.IfAddr.read(reply.in(), reply.from());
    Attributes a = reply.attributes(8);
    Ip4 address = a.ip4(Ifa.ADDRESS, Ip4.ANY);
    Ip4 local = a.ip4(Ifa.LOCAL, address);
    int flags = a.u32(Ifa.FLAGS, header.flags());
    return new AddrView(
        header.index(),
        names.name(header.index()),
        new Prefix(local, header.prefixLength()),
        address.equals(local) ? Optional.empty() : Optional.of(address),
        a.has(Ifa.BROADCAST) ? Optional.of(a.ip4(Ifa.BROADCAST, Ip4.ANY)) : Optional.empty(),
        header.scope(),
        a.string(Ifa.LABEL),
        (flags & IFA_F_SECONDARY) != 0,
        (flags & IFA_F_PERMANENT) != 0,
        (flags & IFA_F_NOPREFIXROUTE) != 0,
        lifetime(a, 1),
        lifetime(a, 0),
        a.number(Ifa.RT_PRIORITY, 0));
  }

  /** Seconds in struct ifa_cacheinfo: preferred, valid. */
  private static long lifetime(Attributes a, int place) {
    int offset = a.offset(Ifa.CACHEINFO);
    return offset < 0 ? AddrView.FOREVER : a.buffer().getInt(offset + 4 * place) & 0xffffffffL;
  }
}
