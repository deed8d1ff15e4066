package vethlab.linux.explain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Attributes;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.attr.BridgeAf;
import vethlab.linux.netlink.attr.Cta;
import vethlab.linux.netlink.attr.Fra;
import vethlab.linux.netlink.attr.Ifa;
import vethlab.linux.netlink.attr.Ifla;
import vethlab.linux.netlink.attr.Kinds;
import vethlab.linux.netlink.attr.LinkInfo;
import vethlab.linux.netlink.attr.Nda;
import vethlab.linux.netlink.attr.Netnsa;
import vethlab.linux.netlink.attr.Rta;
import vethlab.linux.netlink.attr.Tca;

/** Names the parts of a netlink message: its header, its attributes, the attributes inside. */
public final class MessageDecoder {
  private final ByteBuffer in;
  private final MessageType type;
  private final boolean bridgeFamily;
  private String kind = "";

  private MessageDecoder(ByteBuffer in, MessageType type) {
    this.in = in;
    this.type = type;
    this.bridgeFamily = in.get(Message.HEADER) == Header.AF_BRIDGE;
  }

  public static Decoded decode(Message message) {
    return decode(message.bytes());
  }

  /**
   * Decodes one whole message.
   *
   * @throws IllegalArgumentException for a type that is not known
   */
  public static Decoded decode(byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.nativeOrder());
    int number = in.getShort(4) & 0xffff;
    MessageType type =
        MessageType.of(number)
            .orElseThrow(() -> new IllegalArgumentException("message type " + number));
    return new MessageDecoder(in, type).all(message.length);
  }

  private Decoded all(int length) {
    List<Decoded> parts = new ArrayList<>();
    String fields = fields();
    int size = headerSize();
    parts.add(new Decoded(headerName(), fields, Message.HEADER, size, List.of()));
    parts.addAll(attributes(Attributes.of(in, Message.HEADER + size, length), space()));
    String flags = NlFlags.words(type, in.getShort(6) & 0xffff);
    return new Decoded(type.name(), flags, 0, length, parts);
  }

  private String headerName() {
    return switch (type) {
      case RTM_NEWLINK, RTM_DELLINK, RTM_GETLINK, RTM_SETLINK -> "ifinfomsg";
      case RTM_NEWADDR, RTM_DELADDR, RTM_GETADDR -> "ifaddrmsg";
      case RTM_NEWROUTE, RTM_DELROUTE, RTM_GETROUTE -> "rtmsg";
      case RTM_NEWNEIGH, RTM_DELNEIGH, RTM_GETNEIGH -> "ndmsg";
      case RTM_NEWRULE, RTM_DELRULE, RTM_GETRULE -> "fib_rule_hdr";
      case RTM_NEWQDISC, RTM_DELQDISC, RTM_GETQDISC -> "tcmsg";
      case RTM_NEWNSID, RTM_DELNSID, RTM_GETNSID -> "rtgenmsg";
      case IPCTNL_MSG_CT_NEW,
          IPCTNL_MSG_CT_GET,
          IPCTNL_MSG_CT_DELETE,
          NFNL_MSG_BATCH_BEGIN,
          NFNL_MSG_BATCH_END,
          NFT_MSG_GETTABLE,
          NFT_MSG_DELTABLE ->
          "nfgenmsg";
      case NLMSG_NOOP, NLMSG_ERROR, NLMSG_DONE -> "";
    };
  }

  private int headerSize() {
    return switch (headerName()) {
      case "ifinfomsg" -> 16;
      case "ifaddrmsg" -> 8;
      case "rtmsg", "ndmsg", "fib_rule_hdr" -> 12;
      case "tcmsg" -> 20;
      case "" -> 0;
      default -> 4;
    };
  }

  private String fields() {
    int at = Message.HEADER;
    return switch (headerName()) {
      case "ifinfomsg" -> HeaderText.link(Header.IfInfo.read(in, at));
      case "ifaddrmsg" -> HeaderText.address(Header.IfAddr.read(in, at));
      case "rtmsg" -> HeaderText.route(Header.RtMsg.read(in, at));
      case "ndmsg" -> HeaderText.neighbour(Header.NdMsg.read(in, at));
      case "fib_rule_hdr" -> HeaderText.rule(Header.FibRule.read(in, at));
      case "tcmsg" -> HeaderText.qdisc(Header.TcMsg.read(in, at));
      case "" -> "";
      default -> "family=" + HeaderText.family(in.get(at) & 0xff);
    };
  }

  private Class<? extends Attr> space() {
    return switch (headerName()) {
      case "ifinfomsg" -> Ifla.class;
      case "ifaddrmsg" -> Ifa.class;
      case "rtmsg" -> Rta.class;
      case "ndmsg" -> Nda.class;
      case "fib_rule_hdr" -> Fra.class;
      case "tcmsg" -> Tca.class;
      case "rtgenmsg" -> Netnsa.class;
      case "nfgenmsg" -> Cta.class;
      default -> Attr.class;
    };
  }

  private List<Decoded> attributes(Attributes attributes, Class<? extends Attr> space) {
    List<Decoded> parts = new ArrayList<>();
    for (int i = 0; i < attributes.count(); i++) {
      parts.add(attribute(attributes, i, space));
    }
    return parts;
  }

  private Decoded attribute(Attributes attributes, int place, Class<? extends Attr> space) {
    int offset = attributes.offset(place);
    int length = attributes.length(place);
    for (Attr attr : space.isInterface() ? new Attr[0] : space.getEnumConstants()) {
      if (attr.number() == attributes.number(place)) {
        return known(attr, offset, length);
      }
    }
    String hex = ValueText.hex(in, offset, length);
    return part("attribute " + attributes.number(place), hex, offset, length, List.of());
  }

  private Decoded known(Attr attr, int offset, int length) {
    int end = offset + length;
    return switch (attr.format()) {
      case NESTED -> {
        List<Decoded> inside = attributes(Attributes.of(in, offset, end), inner(attr));
        yield part(attr.label(), "", offset, length, inside);
      }
      case PEER -> {
        List<Decoded> inside = new ArrayList<>();
        String fields = HeaderText.link(Header.IfInfo.read(in, offset));
        inside.add(new Decoded("ifinfomsg", fields, offset, 16, List.of()));
        inside.addAll(attributes(Attributes.of(in, offset + 16, end), Ifla.class));
        yield part(attr.label(), "", offset, length, inside);
      }
      case HOPS -> part(attr.label(), "", offset, length, hops(offset, end));
      default -> {
        String value = ValueText.of(attr.format(), in, offset, length);
        if (attr == LinkInfo.KIND) {
          kind = value.replace("\"", "");
        }
        yield part(attr.label(), value, offset, length, List.of());
      }
    };
  }

  private Class<? extends Attr> inner(Attr attr) {
    if (attr == LinkInfo.DATA) {
      return Kinds.data(kind);
    }
    return attr == Ifla.AF_SPEC && bridgeFamily ? BridgeAf.class : attr.inner();
  }

  private List<Decoded> hops(int from, int to) {
    List<Decoded> hops = new ArrayList<>();
    int at = from;
    while (at + 8 <= to) {
      int length = in.getShort(at) & 0xffff;
      if (length < 8 || at + length > to) {
        break;
      }
      String fields =
          "flags="
              + (in.get(at + 2) & 0xff)
              + " hops="
              + (in.get(at + 3) & 0xff)
              + " ifindex="
              + in.getInt(at + 4);
      List<Decoded> inside = attributes(Attributes.of(in, at + 8, at + length), Rta.class);
      hops.add(new Decoded("rtnexthop", fields, at, length, inside));
      at += (length + 3) & ~3;
    }
    return hops;
  }

  /** The part of an attribute, its struct nlattr included. */
  private static Decoded part(
      String name, String value, int offset, int length, List<Decoded> inside) {
    return new Decoded(name, value, offset - 4, length + 4, inside);
  }
}
