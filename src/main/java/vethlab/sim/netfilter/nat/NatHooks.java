package vethlab.sim.netfilter.nat;

import vethlab.sim.Hook;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.netfilter.ConnRef;
import vethlab.sim.netfilter.HookVerdict;
import vethlab.sim.netfilter.NetfilterState;
import vethlab.sim.netfilter.Reroute;
import vethlab.sim.netfilter.conntrack.Connection;
import vethlab.sim.netfilter.conntrack.ConntrackText;
import vethlab.sim.netfilter.conntrack.Tuple;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Verdict;
import vethlab.sim.trace.Why;
import vethlab.wire.Icmp;
import vethlab.wire.IcmpError;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;

/**
 * NAT at its hooks: nf_nat_proto.c nf_nat_ipv4_pre_routing, nf_nat_ipv4_local_in,
 * nf_nat_ipv4_local_fn, nf_nat_ipv4_out; nf_nat_core.c nf_nat_inet_fn. Only the first packet of a
 * connection meets the rules; the others are translated as it was.
 */
public final class NatHooks {
  private NatHooks() {}

  public static HookVerdict prerouting(World world, Netns netns, Skb skb) {
    return translate(world, netns, skb);
  }

  public static HookVerdict input(World world, Netns netns, Skb skb) {
    return translate(world, netns, skb);
  }

  public static HookVerdict postrouting(World world, Netns netns, Skb skb) {
    return translate(world, netns, skb);
  }

  /** A new destination needs a new route. */
  public static HookVerdict output(World world, Netns netns, Skb skb) {
    Ip4 destination = skb.packet.dst();
    HookVerdict verdict = translate(world, netns, skb);
    if (verdict == HookVerdict.ACCEPT && !skb.packet.dst().equals(destination)) {
      return Reroute.meHarder(world, netns, skb);
    }
    return verdict;
  }

  private static HookVerdict translate(World world, Netns netns, Skb skb) {
    Connection connection = netns.netfilter.conntrack().of(skb.conn);
    if (connection.isNone()) {
      return HookVerdict.ACCEPT;
    }
    Ipv4 before = skb.packet;
    Manip manip = Manip.at(skb.hook);
    if (skb.conn.isRelated() && before.transport() instanceof IcmpError error) {
      if (!translateError(skb, connection, error, manip)) {
        return HookVerdict.DROP;
      }
    } else {
      HookVerdict verdict = translatePacket(world, netns, skb, connection, manip);
      if (verdict != HookVerdict.ACCEPT) {
        return verdict;
      }
    }
    if (world.tracing() && skb.packet != before) {
      trace(world, skb, connection, before, manip);
    }
    return HookVerdict.ACCEPT;
  }

  private static HookVerdict translatePacket(
      World world, Netns netns, Skb skb, Connection connection, Manip manip) {
    boolean first = skb.conn.isRelated() || skb.conn.info() == ConnRef.NEW;
    if (first && !connection.has(manip.done())) {
      HookVerdict verdict = NetfilterState.natRules(world, netns, skb);
      if (verdict != HookVerdict.ACCEPT) {
        return verdict;
      }
      if (!connection.has(manip.done())) {
        NatSetup.decideNothing(world, netns, connection, manip);
      }
    } else if (leavesElsewhere(skb, connection)) {
      netns.netfilter.conntrack().remove(connection, world.now());
      if (world.tracing()) {
        world.drop(skb, DropReason.NETFILTER_DROP, "nf_nat_oif_changed", "nf.nat-device-changed");
      }
      return HookVerdict.DROP;
    }
    int bit = manip.bit();
    if (skb.conn.isReply()) {
      bit = manip.other().bit();
    }
    if (connection.has(bit)) {
      Tuple to = inverse(connection, skb.conn.isReply());
      skb.packet = NatRewrite.rewrite(skb.packet, to, manip);
    }
    return HookVerdict.ACCEPT;
  }

  /** What packets of a direction are to look like: the inverse of the other direction's tuple. */
  private static Tuple inverse(Connection connection, boolean reply) {
    return connection.tuple(!reply).inverse();
  }

  /** A masqueraded connection that leaves by another device than the one whose address it has. */
  private static boolean leavesElsewhere(Skb skb, Connection connection) {
    return skb.hook == Hook.POSTROUTING
        && !skb.conn.isReply()
        && connection.masqueradedBy != 0
        && connection.masqueradedBy != skb.outDev;
  }

  /** nf_nat_icmp_reply_translation: the quoted packet is translated back, then the error itself. */
  private static boolean translateError(
      Skb skb, Connection connection, IcmpError error, Manip manip) {
    boolean done =
        connection.has(Connection.SRC_NAT_DONE) && connection.has(Connection.DST_NAT_DONE);
    if (error.type() == Icmp.REDIRECT && (!done || connection.has(Connection.NAT))) {
      return false;
    }
    boolean reply = skb.conn.isReply();
    int bit = reply ? manip.other().bit() : manip.bit();
    if (!connection.has(bit)) {
      return true;
    }
    Ipv4 quoted = NatRewrite.rewrite(error.original(), connection.tuple(!reply), manip.other());
    Ipv4 outer = skb.packet.withTransport(error.withOriginal(quoted));
    Tuple to = inverse(connection, reply);
    skb.packet =
        manip == Manip.SOURCE
            ? outer.withSrc(new Ip4(to.source()))
            : outer.withDst(new Ip4(to.destination()));
    return true;
  }

  private static void trace(World world, Skb skb, Connection connection, Ipv4 before, Manip manip) {
    boolean source = manip == Manip.SOURCE;
    String old = (source ? before.src() : before.dst()).toString();
    String now = (source ? skb.packet.src() : skb.packet.dst()).toString();
    Row row =
        new Row(
            Row.Table.CONNTRACK,
            "",
            0,
            ConntrackText.line(ConntrackText.view(connection, world.now())));
    world
        .trace()
        .add(
            skb,
            before,
            new Verdict.Rewritten(source ? "source" : "destination", old, now),
            row,
            java.util.List.of(),
            "nf_nat_manip_pkt",
            Why.of(skb.conn.isReply() ? "nf.nat-back" : "nf.nat", old, now));
  }
}
