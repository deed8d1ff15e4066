package vethlab.linux.request;

import java.util.List;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.attr.Rta;
import vethlab.linux.netlink.attr.Rtax;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.op.view.RouteQuery;

/**
 * Routes: RTM_NEWROUTE, RTM_DELROUTE, RTM_GETROUTE as {@code ip route} (iproute2, ip/iproute.c).
 */
public final class RouteRequests {
  private static final int RTM_F_LOOKUP_TABLE = 0x1000;
  private static final int RTM_F_FIB_MATCH = 0x2000;

  private RouteRequests() {}

  static Message change(Op.RouteChange op, Names names) {
    Route route = op.route();
    boolean delete = op.verb() == RouteVerb.DELETE;
    MessageBuilder message =
        MessageBuilder.of(
            delete ? MessageType.RTM_DELROUTE : MessageType.RTM_NEWROUTE,
            NlFlags.REQUEST | flags(op.verb()),
            header(route, delete));
    if (route.to().length() > 0) {
      message.ip4(Rta.DST, route.to().address());
    }
    if (route.table() > 255) {
      message.u32(Rta.TABLE, route.table());
    }
    if (route.hops().size() == 1) {
      route.hops().getFirst().gateway().ifPresent(gw -> message.ip4(Rta.GATEWAY, gw));
    }
    if (route.metric() != 0) {
      message.u32(Rta.PRIORITY, route.metric());
    }
    route.source().ifPresent(src -> message.ip4(Rta.PREFSRC, src));
    writeMetrics(message, route.metrics());
    if (route.hops().size() == 1) {
      route
          .hops()
          .getFirst()
          .dev()
          .ifPresent(dev -> message.u32(Rta.OIF, names.index(op.ns(), dev)));
    } else if (!route.hops().isEmpty()) {
      writeHops(message, op.ns(), route.hops(), names);
    }
    return message.build();
  }

  private static Header.RtMsg header(Route route, boolean delete) {
    int onlink =
        route.hops().size() == 1 ? route.hops().getFirst().flags() & Route.NextHop.ONLINK : 0;
    return new Header.RtMsg(
        Header.AF_INET,
        route.to().length(),
        0,
        route.tos(),
        route.table() > 255 ? 0 : route.table(),
        route.protocol(),
        scope(route, delete),
        type(route.type()),
        onlink);
  }

  /** RTN_: RouteType is in their order, from UNSPEC 0. */
  private static int type(Route.RouteType type) {
    return type.ordinal();
  }

  /** The scope that a route has when nobody says: iproute_modify's rules. */
  private static int scope(Route route, boolean delete) {
    if (route.scope() != Route.UNSET) {
      return route.scope();
    }
    return switch (route.type()) {
      case LOCAL -> Route.SCOPE_HOST;
      case BROADCAST, MULTICAST, ANYCAST -> Route.SCOPE_LINK;
      case UNICAST, UNSPEC -> {
        if (delete) {
          yield Route.SCOPE_NOWHERE;
        }
        boolean direct = route.hops().size() == 1 && route.hops().getFirst().gateway().isEmpty();
        yield direct ? Route.SCOPE_LINK : Route.SCOPE_GLOBAL;
      }
      case BLACKHOLE, UNREACHABLE, PROHIBIT, THROW -> Route.SCOPE_GLOBAL;
    };
  }

  private static int flags(RouteVerb verb) {
    return switch (verb) {
      case ADD -> NlFlags.CREATE | NlFlags.EXCL;
      case APPEND -> NlFlags.CREATE | NlFlags.APPEND;
      case PREPEND -> NlFlags.CREATE;
      case REPLACE -> NlFlags.CREATE | NlFlags.REPLACE;
      case CHANGE -> NlFlags.REPLACE;
      case DELETE -> 0;
    };
  }

  private static void writeMetrics(MessageBuilder message, Route.RouteMetrics metrics) {
    if (metrics.equals(Route.RouteMetrics.NONE)) {
      return;
    }
    message.nest(
        Rta.METRICS,
        m -> {
          metric(m, Rtax.MTU, metrics.mtu());
          metric(m, Rtax.WINDOW, metrics.window());
          metric(m, Rtax.RTT, metrics.rtt());
          metric(m, Rtax.ADVMSS, metrics.advmss());
          metric(m, Rtax.HOPLIMIT, metrics.hoplimit());
          metric(m, Rtax.LOCK, metrics.mtuLocked() ? 1 << Rtax.MTU.number() : 0);
        });
  }

  private static void metric(MessageBuilder message, Rtax attr, int value) {
    if (value != 0) {
      message.u32(attr, value);
    }
  }

  private static void writeHops(
      MessageBuilder message, Ns ns, List<Route.NextHop> hops, Names names) {
    message.nest(
        Rta.MULTIPATH,
        m -> {
          for (Route.NextHop hop : hops) {
            int index = hop.dev().map(dev -> names.index(ns, dev)).orElse(0);
            m.hop(
                hop.flags() & Route.NextHop.ONLINK,
                hop.weight(),
                index,
                inside -> hop.gateway().ifPresent(gw -> inside.ip4(Rta.GATEWAY, gw)));
          }
        });
  }

  /** The question of {@code ip route get}. */
  public static Message get(Ns ns, RouteQuery query, Names names) {
    int match = query.fibMatch() ? RTM_F_FIB_MATCH : 0;
    Header.RtMsg header =
        new Header.RtMsg(
            Header.AF_INET,
            32,
            query.from().isPresent() ? 32 : 0,
            query.tos(),
            0,
            0,
            0,
            0,
            RTM_F_LOOKUP_TABLE | match);
    MessageBuilder message =
        MessageBuilder.of(MessageType.RTM_GETROUTE, NlFlags.REQUEST, header)
            .ip4(Rta.DST, query.to());
    query.from().ifPresent(ip -> message.ip4(Rta.SRC, ip));
    query.iif().ifPresent(dev -> message.u32(Rta.IIF, names.index(ns, dev)));
    query.oif().ifPresent(dev -> message.u32(Rta.OIF, names.index(ns, dev)));
    if (query.mark() != 0) {
      message.u32(Rta.MARK, query.mark());
    }
    query.protocol().ifPresent(p -> message.u8(Rta.IP_PROTO, p));
    query.sport().ifPresent(p -> message.be16(Rta.SPORT, p));
    query.dport().ifPresent(p -> message.be16(Rta.DPORT, p));
    return message.build();
  }
}
