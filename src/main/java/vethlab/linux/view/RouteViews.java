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
import vethlab.linux.netlink.attr.Rta;
import vethlab.linux.netlink.attr.Rtax;
import vethlab.linux.socket.KernelRefusal;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.op.Route;
import vethlab.op.view.RouteAnswer;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** Routes: RTM_NEWROUTE messages as {@link Route} and as answers of {@code ip route get}. */
public final class RouteViews {
  private static final int RTM_F_CLONED = 0x200;
  private static final int RTCF_LOCAL = 0x80000000;
  private static final int RTCF_BROADCAST = 0x10000000;
  private static final int RTCF_REDIRECT = 0x00040000;
  private static final int HOP_FLAGS = 0xff;
  private static final int USER_HZ = 100;

  private RouteViews() {}

  public static List<Route> all(NetlinkSocket socket) {
    LinkNames names = LinkNames.of(socket);
    Header header = new Header.RtMsg(Header.AF_INET, 0, 0, 0, 0, 0, 0, 0, 0);
    Message question = MessageBuilder.of(MessageType.RTM_GETROUTE, 0, header).build();
    return socket.dump(
        question,
        reply -> {
          Header.RtMsg h = Header.RtMsg.read(reply.in(), reply.from());
          return (h.flags() & RTM_F_CLONED) != 0 || h.family() != Header.AF_INET
              ? Optional.empty()
              : Optional.of(route(reply, names));
        });
  }

  private static Route route(Reply reply, LinkNames names) {
    Header.RtMsg h = Header.RtMsg.read(reply.in(), reply.from());
    Attributes a = reply.attributes(12);
    return new Route(
        Route.RouteType.values()[Math.min(h.type(), Route.RouteType.THROW.ordinal())],
        new Prefix(a.ip4(Rta.DST, Ip4.ANY), h.dstLength()),
        h.tos(),
        a.u32(Rta.TABLE, h.table()),
        h.protocol(),
        h.scope(),
        a.number(Rta.PRIORITY, 0),
        address(a, Rta.PREFSRC),
        hops(a, h.flags(), names),
        metrics(a.nested(Rta.METRICS)));
  }

  private static Optional<Ip4> address(Attributes a, Rta attr) {
    return a.has(attr) ? Optional.of(a.ip4(attr, Ip4.ANY)) : Optional.empty();
  }

  private static List<Route.NextHop> hops(Attributes a, int flags, LinkNames names) {
    if (a.has(Rta.MULTIPATH)) {
      return multipath(a, names);
    }
    Optional<Ip4> gateway = address(a, Rta.GATEWAY);
    if (gateway.isEmpty() && !a.has(Rta.OIF)) {
      return List.of();
    }
    return List.of(new Route.NextHop(gateway, device(a, names), 1, flags & HOP_FLAGS));
  }

  private static Optional<String> device(Attributes a, LinkNames names) {
    return a.has(Rta.OIF) ? Optional.of(names.name(a.u32(Rta.OIF, 0))) : Optional.empty();
  }

  private static List<Route.NextHop> multipath(Attributes a, LinkNames names) {
    List<Route.NextHop> hops = new ArrayList<>();
    int at = a.offset(Rta.MULTIPATH);
    int end = at + a.length(Rta.MULTIPATH);
    while (at + 8 <= end) {
      int length = a.buffer().getShort(at) & 0xffff;
      if (length < 8 || at + length > end) {
        break;
      }
      Attributes inside = Attributes.of(a.buffer(), at + 8, at + length);
      hops.add(
          new Route.NextHop(
              address(inside, Rta.GATEWAY),
              Optional.of(names.name(a.buffer().getInt(at + 4))),
              (a.buffer().get(at + 3) & 0xff) + 1,
              a.buffer().get(at + 2) & 0xff));
      at += (length + 3) & ~3;
    }
    return hops;
  }

  private static Route.RouteMetrics metrics(Attributes m) {
    return new Route.RouteMetrics(
        m.u32(Rtax.MTU, 0),
        (m.u32(Rtax.LOCK, 0) & 1 << Rtax.MTU.number()) != 0,
        m.u32(Rtax.ADVMSS, 0),
        m.u32(Rtax.WINDOW, 0),
        m.u32(Rtax.RTT, 0),
        m.u32(Rtax.HOPLIMIT, 0));
  }

  /** Asks which way a packet goes. */
  public static RouteAnswer get(NetlinkSocket socket, Message question, boolean fibMatch) {
    LinkNames names = LinkNames.of(socket);
    try {
      return socket.ask(
          question,
          reply -> fibMatch ? new RouteAnswer.Match(route(reply, names)) : found(reply, names));
    } catch (KernelRefusal e) {
      return new RouteAnswer.Refused(e.why());
    }
  }

  private static RouteAnswer.Found found(Reply reply, LinkNames names) {
    Header.RtMsg h = Header.RtMsg.read(reply.in(), reply.from());
    Attributes a = reply.attributes(12);
    long expires = expires(a);
    return new RouteAnswer.Found(
        Route.RouteType.values()[Math.min(h.type(), Route.RouteType.THROW.ordinal())],
        a.ip4(Rta.DST, Ip4.ANY),
        address(a, Rta.SRC),
        address(a, Rta.GATEWAY),
        device(a, names).orElse(""),
        a.u32(Rta.TABLE, h.table()),
        address(a, Rta.PREFSRC),
        a.u32(Rta.UID, 0),
        a.has(Rta.IIF) ? Optional.of(names.name(a.u32(Rta.IIF, 0))) : Optional.empty(),
        metrics(a.nested(Rta.METRICS)),
        (h.flags() & RTCF_LOCAL) != 0,
        (h.flags() & RTCF_BROADCAST) != 0,
        (h.flags() & RTCF_REDIRECT) != 0,
        a.number(Rta.MARK, 0),
        h.tos(),
        expires == 0 ? Optional.empty() : Optional.of(expires));
  }

  /**
   * Seconds until what was learnt of the way is forgotten: rta_expires, the third of its struct.
   */
  private static long expires(Attributes a) {
    int offset = a.offset(Rta.CACHEINFO);
    return offset < 0 ? 0 : a.buffer().getInt(offset + 8) / USER_HZ;
  }
}
