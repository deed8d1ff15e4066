package vethlab.sim.netfilter.conntrack;

import vethlab.sim.Hook;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.ipv4.DefragUser;
import vethlab.sim.ipv4.Defragment;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.sim.netfilter.ConnRef;
import vethlab.sim.netfilter.HookVerdict;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Verdict;
import vethlab.sim.trace.Why;
import vethlab.wire.Icmp;
import vethlab.wire.IcmpError;
import vethlab.wire.Ipv4;
import vethlab.wire.Protocol;
import vethlab.wire.Tcp;

/**
 * What connection tracking does at its hooks: nf_conntrack_core.c nf_conntrack_in,
 * nf_conntrack_confirm; nf_conntrack_proto_icmp.c nf_conntrack_icmpv4_error; nf_defrag_ipv4.c.
 */
public final class ConntrackHooks {
  private ConntrackHooks() {}

  /** Fragments wait until the packet is whole. */
  public static HookVerdict defragment(World world, Netns netns, Skb skb) {
    return Defragment.isWhole(world, skb, user(skb)) ? HookVerdict.ACCEPT : HookVerdict.STOLEN;
  }

  private static DefragUser user(Skb skb) {
    if (skb.hook == Hook.OUTPUT) {
      return DefragUser.CONNTRACK_OUT;
    }
    return skb.has(Skb.BRIDGED) ? DefragUser.CONNTRACK_BRIDGE_IN : DefragUser.CONNTRACK_IN;
  }

  /** nf_conntrack_tcp_set_closing: somebody answers for the other end that it is over. */
  public static void setClosing(World world, Netns netns, Skb skb) {
    Connection connection = netns.netfilter.conntrack().of(skb.conn);
    if (connection.has(Connection.CONFIRMED) && connection.tcp.state != TcpTracker.State.CLOSE) {
      connection.tcp.state = TcpTracker.State.CLOSE;
      connection.timeout = world.now() + Timeout.TCP_CLOSE.nanos(netns);
    }
  }

  /** Which connection is it of, and how does it stand to it? */
  public static HookVerdict in(World world, Netns netns, Skb skb) {
    int zone = 0;
    if (skb.conn.isTemplate()) {
      zone = skb.conn.templateZone();
      skb.conn = ConnRef.NONE;
    } else if (!skb.conn.isNone()) {
      return HookVerdict.ACCEPT;
    }
    HookVerdict verdict = track(world, netns, skb, zone);
    if (world.tracing()) {
      trace(world, netns, skb, verdict);
    }
    return verdict;
  }

  private static HookVerdict track(World world, Netns netns, Skb skb, int zone) {
    if (skb.packet.transport() instanceof IcmpError error) {
      skb.conn = ofError(world, netns, skb.packet, error, zone);
      return HookVerdict.ACCEPT;
    }
    Tuple tuple = Tuple.of(skb.packet, zone);
    if (tuple == Tuple.NONE) {
      return HookVerdict.ACCEPT;
    }
    ConntrackTable table = netns.netfilter.conntrack();
    for (int tries = 0; tries < 2; tries++) {
      Connection connection = table.find(tuple, world.now());
      if (connection.isNone()) {
        Tuple reply = tuple.inverse();
        if (reply == Tuple.NONE || tuple.protocol() == Protocol.ICMP && !tuple.mayBegin()) {
          return HookVerdict.ACCEPT;
        }
        if (isFull(netns, table, world.now())) {
          return HookVerdict.DROP;
        }
        connection = table.allocate(tuple, reply, world.now());
      }
      switch (packet(world, netns, skb, connection, tuple)) {
        case REPEAT -> {
          continue;
        }
        case INVALID, VALID -> {
          return HookVerdict.ACCEPT;
        }
      }
    }
    return HookVerdict.ACCEPT;
  }

  private static boolean isFull(Netns netns, ConntrackTable table, long now) {
    long most = netns.sysctls.get(NetSysctl.NF_CONNTRACK_MAX);
    return most > 0 && table.size() >= most && !table.dropEarly(now);
  }

  /** What a protocol's tracker says of a packet. */
  enum Judgement {
    VALID,
    INVALID,
    /** The connection was an old one; it is gone, and the packet is looked up again. */
    REPEAT
  }

  private static Judgement packet(
      World world, Netns netns, Skb skb, Connection connection, Tuple tuple) {
    boolean reply = !tuple.equals(connection.original());
    Judgement judgement = tracked(world, netns, skb.packet, connection, reply);
    if (judgement != Judgement.VALID) {
      skb.conn = ConnRef.NONE;
      return judgement;
    }
    int info =
        reply
            ? ConnRef.ESTABLISHED + ConnRef.IS_REPLY
            : connection.has(Connection.SEEN_REPLY) ? ConnRef.ESTABLISHED : ConnRef.NEW;
    if (reply) {
      connection.status |= Connection.SEEN_REPLY;
    }
    skb.conn = new ConnRef(connection.id, info);
    return Judgement.VALID;
  }

  private static Judgement tracked(
      World world, Netns netns, Ipv4 packet, Connection connection, boolean reply) {
    return switch (packet.transport()) {
      case Tcp tcp -> TcpTracker.packet(world, netns, connection, packet, tcp, reply);
      case vethlab.wire.Udp udp -> udp(world, netns, connection, packet, reply);
      case Icmp icmp -> {
        refresh(world, netns, connection, packet, reply, Timeout.ICMP.nanos(netns));
        yield Judgement.VALID;
      }
      default -> {
        refresh(world, netns, connection, packet, reply, Timeout.GENERIC.nanos(netns));
        yield Judgement.VALID;
      }
    };
  }

  /** nf_conntrack_proto_udp.c: two seconds of talk both ways make a stream. */
  private static Judgement udp(
      World world, Netns netns, Connection connection, Ipv4 packet, boolean reply) {
    if (!connection.has(Connection.CONFIRMED)) {
      connection.streamFrom = world.now() + 2_000_000_000L;
    }
    long timeout = Timeout.UDP.nanos(netns);
    if (connection.has(Connection.SEEN_REPLY) && world.now() > connection.streamFrom) {
      timeout = Timeout.UDP_STREAM.nanos(netns);
      connection.status |= Connection.ASSURED;
    }
    refresh(world, netns, connection, packet, reply, timeout);
    return Judgement.VALID;
  }

  /** nf_ct_refresh_acct. */
  static void refresh(
      World world, Netns netns, Connection connection, Ipv4 packet, boolean reply, long timeout) {
    if (timeout > 0) {
      connection.timeout = connection.has(Connection.CONFIRMED) ? world.now() + timeout : timeout;
    }
    if (netns.sysctls.get(NetSysctl.NF_CONNTRACK_ACCT) != 0) {
      int at = reply ? 2 : 0;
      connection.counted[at]++;
      connection.counted[at + 1] += packet.totalLength();
    }
  }

  /**
   * An ICMP error belongs to the connection of the packet it quotes, if it comes to the right one.
   */
  private static ConnRef ofError(World world, Netns netns, Ipv4 packet, IcmpError error, int zone) {
    Tuple quoted = Tuple.of(error.original(), zone);
    Tuple inverse = quoted == Tuple.NONE ? Tuple.NONE : quoted.inverse();
    Connection connection =
        inverse == Tuple.NONE
            ? Connection.NONE
            : netns.netfilter.conntrack().find(inverse, world.now());
    if (connection.isNone()) {
      return ConnRef.NONE;
    }
    boolean reply = !inverse.equals(connection.original());
    if (connection.tuple(reply).destination() != packet.dst().bits()) {
      return ConnRef.NONE;
    }
    return new ConnRef(connection.id, ConnRef.RELATED + (reply ? ConnRef.IS_REPLY : 0));
  }

  /** The first packet has come through: its connection goes into the table. */
  public static HookVerdict confirm(World world, Netns netns, Skb skb) {
    ConntrackTable table = netns.netfilter.conntrack();
    Connection connection = table.of(skb.conn);
    if (connection.isNone() || connection.has(Connection.CONFIRMED) || skb.conn.isReply()) {
      return HookVerdict.ACCEPT;
    }
    long now = world.now();
    if (table.isTaken(connection.original(), connection, now)
        || table.isTaken(connection.reply(), connection, now)) {
      world.drop(skb, DropReason.NETFILTER_DROP, "__nf_conntrack_confirm", "nf.conntrack-clash");
      return HookVerdict.DROP;
    }
    table.insert(connection, now);
    if (world.tracing()) {
      world
          .trace()
          .decided(
              skb,
              row(world, netns, connection),
              java.util.List.of(),
              "__nf_conntrack_confirm",
              "nf.confirmed");
    }
    return HookVerdict.ACCEPT;
  }

  private static Row row(World world, Netns netns, Connection connection) {
    return new Row(
        Row.Table.CONNTRACK,
        "",
        0,
        ConntrackText.line(ConntrackText.view(connection, world.now())));
  }

  private static void trace(World world, Netns netns, Skb skb, HookVerdict verdict) {
    Connection connection = netns.netfilter.conntrack().of(skb.conn);
    String function = skb.hook == Hook.OUTPUT ? "ipv4_conntrack_local" : "nf_conntrack_in";
    if (verdict == HookVerdict.DROP) {
      world.drop(skb, DropReason.NETFILTER_DROP, function, "nf.conntrack-full");
      return;
    }
    Row row = connection.isNone() ? Row.NONE : row(world, netns, connection);
    world
        .trace()
        .add(
            skb,
            skb.packet,
            Verdict.PASSED,
            row,
            java.util.List.of(),
            function,
            Why.of("nf.state", skb.conn.state()));
  }
}
