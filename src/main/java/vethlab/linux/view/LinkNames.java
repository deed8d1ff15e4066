package vethlab.linux.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.Reply;
import vethlab.linux.netlink.attr.Ifla;
import vethlab.linux.socket.KernelRefusal;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.op.Errno;

/** The links of a namespace by ifindex, by name only: what other tables need to be read. */
public final class LinkNames {
  private static final int RTEXT_FILTER_SKIP_STATS = 8;

  private final Map<Integer, String> names = new LinkedHashMap<>();

  private LinkNames() {}

  public static LinkNames of(NetlinkSocket socket) {
    LinkNames links = new LinkNames();
    Message question =
        MessageBuilder.of(MessageType.RTM_GETLINK, 0, Header.IfInfo.ANY)
            .u32(Ifla.EXT_MASK, RTEXT_FILTER_SKIP_STATS)
            .build();
    socket
        .dump(question, reply -> Optional.of(Map.entry(index(reply), name(reply))))
        .forEach(link -> links.names.put(link.getKey(), link.getValue()));
    return links;
  }

  private static int index(Reply reply) {
    return Header.IfInfo.read(reply.in(), reply.from()).index();
  }

  private static String name(Reply reply) {
    return reply.attributes(16).string(Ifla.IFNAME);
  }

  /** One link's index, asked for by name; empty where there is none. */
  public static Optional<Integer> index(NetlinkSocket socket, String name) {
    if (name.isEmpty() || name.length() > 15) {
      return Optional.empty();
    }
    Message question =
        MessageBuilder.of(MessageType.RTM_GETLINK, 0, Header.IfInfo.ANY)
            .u32(Ifla.EXT_MASK, RTEXT_FILTER_SKIP_STATS)
            .string(Ifla.IFNAME, name)
            .build();
    try {
      return Optional.of(socket.ask(question, LinkNames::index));
    } catch (KernelRefusal e) {
      if (e.why().errno() == Errno.ENODEV) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The name of a link; {@code ifN} for one that is not here, as iproute2 prints it. */
  public String name(int index) {
    String name = names.get(index);
    return name != null ? name : index == 0 ? "" : "if" + index;
  }

  /** The index of a link; empty where there is none. */
  public Optional<Integer> index(String name) {
    return names.entrySet().stream()
        .filter(e -> e.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  public List<Integer> indexes() {
    return List.copyOf(names.keySet());
  }
}
