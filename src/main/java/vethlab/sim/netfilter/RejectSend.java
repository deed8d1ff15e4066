package vethlab.sim.netfilter;

import vethlab.op.iptables.Target;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.fib.PathMtu;
import vethlab.sim.fib.RouteDecision;
import vethlab.sim.ipv4.IcmpSend;
import vethlab.sim.ipv4.IpOutput;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.sim.netfilter.conntrack.ConntrackHooks;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Bytes;
import vethlab.wire.Frame;
import vethlab.wire.Icmp;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;
import vethlab.wire.TcpOptions;

/** What -j REJECT answers: nf_reject_ipv4.c nf_send_unreach, nf_send_reset. */
final class RejectSend {
  private RejectSend() {}

  static void send(Evaluation e, Target.With with) {
    if (with == Target.With.TCP_RESET) {
      reset(e);
    } else if (e.packet.fragmentOffset() == 0) {
      RouteDecision route = e.skb.route;
      if (e.skb.has(Skb.BRIDGED) && route.isNone()) {
        e.skb.route = RouteDecision.UNREACHABLE;
      }
      IcmpSend.error(e.world, e.skb, Icmp.DEST_UNREACH, with.code(), 0);
      e.skb.route = route;
    }
  }

  private static void reset(Evaluation e) {
    Skb old = e.skb;
    if (!(e.packet.transport() instanceof Tcp tcp)
        || tcp.isRst()
        || old.route.isBroadcast()
        || old.route.isMulticast()) {
      return;
    }
    Skb skb = e.world.newSkb(Stage.LOCAL_OUT, e.netns.id);
    skb.packet =
        new Ipv4(
            0,
            0,
            Ipv4.DF,
            0,
            e.netns.sysctls.get(NetSysctl.IP_DEFAULT_TTL),
            e.packet.dst(),
            e.packet.src(),
            Bytes.EMPTY,
            answer(tcp));
    skb.mark = e.netns.sysctls.get(NetSysctl.FWMARK_REFLECT) != 0 ? old.mark : 0;
    skb.flags = Skb.LOCALLY_MADE;
    if (IpOutput.reroute(e.world, skb).isPresent()
        || skb.packet.totalLength() > PathMtu.of(e.world, skb.route)) {
      return;
    }
    if (skb.route.hopLimit() != 0) {
      skb.packet = skb.packet.withTtl(skb.route.hopLimit());
    }
    ConntrackHooks.setClosing(e.world, e.netns, old);
    skb.conn = old.conn.attached();
    if (e.world.tracing()) {
      e.world
          .trace()
          .verdict(
              old, new Verdict.Answered("TCP RST"), "nf_send_reset", "nf.reset", e.packet.src());
    }
    if (old.has(Skb.BRIDGED)) {
      overBridge(e, skb);
    }
    e.world.push(skb);
  }

  /** A bridged connection's reset seems to come from the station that was spoken to. */
  private static void overBridge(Evaluation e, Skb skb) {
    skb.stage = Stage.TRANSMIT;
    skb.dev = e.skb.physIn;
    skb.outDev = e.skb.physIn;
    skb.frame = Frame.of(e.skb.frame.src(), e.skb.frame.dst(), skb.packet);
  }

  private static Tcp answer(Tcp tcp) {
    return tcp.isAck()
        ? new Tcp(tcp.dport(), tcp.sport(), tcp.ack(), 0, Tcp.RST, 0, TcpOptions.NONE, Bytes.EMPTY)
        : new Tcp(
            tcp.dport(),
            tcp.sport(),
            0,
            tcp.seq() + tcp.segmentLength(),
            Tcp.RST | Tcp.ACK,
            0,
            TcpOptions.NONE,
            Bytes.EMPTY);
  }
}
