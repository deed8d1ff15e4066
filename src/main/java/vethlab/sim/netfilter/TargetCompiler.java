package vethlab.sim.netfilter;

import vethlab.op.iptables.Target;
import vethlab.sim.netfilter.Action.Next;
import vethlab.sim.netfilter.conntrack.Connection;
import vethlab.sim.netfilter.nat.NatTargets;
import vethlab.wire.Ipv4;

/**
 * Makes a rule's target ready to work. LOG, NFLOG and TRACE are only seen in the simulator's own
 * trace, CLASSIFY and CHECKSUM change nothing that is modelled, and nobody listens to NFQUEUE.
 */
final class TargetCompiler {
  private static final int MOST_TTL = 255;

  private TargetCompiler() {}

  static Action compile(Target target) {
    return switch (target) {
      case Target.Verdict verdict -> verdict(verdict);
      case Target.Jump t -> e -> Next.JUMP;
      case Target.Goto t -> e -> Next.GOTO;
      case Target.Reject t ->
          e -> {
            RejectSend.send(e, t.with());
            return Next.DROP;
          };
      case Target.Nfqueue t -> e -> t.bypass() ? Next.ACCEPT : Next.DROP;
      case Target.SetMark t ->
          e -> {
            e.skb.mark = e.skb.mark & ~t.mask() ^ t.value();
            return Next.CONTINUE;
          };
      case Target.ConnMark t -> e -> connMark(e, t);
      case Target.Snat t -> e -> nat(e, t);
      case Target.Dnat t -> e -> nat(e, t);
      case Target.Masquerade t -> e -> nat(e, t);
      case Target.Redirect t -> e -> nat(e, t);
      case Target.Netmap t -> e -> nat(e, t);
      case Target.NoTrack t -> TargetCompiler::noTrack;
      case Target.Ct t -> t.noTrack() ? TargetCompiler::noTrack : e -> zone(e, t);
      case Target.Ttl t -> e -> ttl(e, t);
      case Target.Tos t -> e -> tos(e, e.packet.tos() & ~t.mask() ^ t.value());
      case Target.Dscp t -> e -> tos(e, t.value() << 2 | e.packet.tos() & 3);
      case Target.TcpMss t -> e -> TcpMssTarget.apply(e, t);
      case Target.None t -> e -> Next.CONTINUE;
      case Target.Log t -> e -> Next.CONTINUE;
      case Target.Nflog t -> e -> Next.CONTINUE;
      case Target.Trace t -> e -> Next.CONTINUE;
      case Target.Classify t -> e -> Next.CONTINUE;
      case Target.Checksum t -> e -> Next.CONTINUE;
    };
  }

  private static Action verdict(Target.Verdict verdict) {
    return switch (verdict) {
      case ACCEPT -> e -> Next.ACCEPT;
      case DROP, QUEUE -> e -> Next.DROP;
      case RETURN -> e -> Next.RETURN;
    };
  }

  private static Next nat(Evaluation e, Target target) {
    return switch (NatTargets.apply(e.world, e.netns, e.skb, target)) {
      case ACCEPT -> Next.ACCEPT;
      case DROP, STOLEN -> Next.DROP;
    };
  }

  private static Next noTrack(Evaluation e) {
    if (e.skb.conn.isNone()) {
      e.skb.conn = ConnRef.NOT_TRACKED;
    }
    return Next.CONTINUE;
  }

  /** xt_CT.c xt_ct_target: a template is set before the connection is looked up. */
  private static Next zone(Evaluation e, Target.Ct target) {
    if (e.skb.conn.isNone() && target.zone().isPresent()) {
      e.skb.conn = ConnRef.template(target.zone().get().id().orElse(e.skb.mark & 0xffff));
    }
    return Next.CONTINUE;
  }

  /** xt_connmark.c connmark_tg_shift. */
  private static Next connMark(Evaluation e, Target.ConnMark t) {
    Connection connection = e.connection();
    if (connection.isNone()) {
      return Next.CONTINUE;
    }
    switch (t.mode()) {
      case SET ->
          connection.mark = shifted(connection.mark & ~t.connMask() ^ t.mark(), t.leftShift());
      case SAVE ->
          connection.mark =
              connection.mark & ~t.connMask() ^ shifted(e.skb.mark & t.packetMask(), t.leftShift());
      case RESTORE ->
          e.skb.mark =
              e.skb.mark & ~t.packetMask() ^ shifted(connection.mark & t.connMask(), t.leftShift());
    }
    return Next.CONTINUE;
  }

  private static int shifted(int mark, int left) {
    return left < 0 ? mark >>> -left : mark << left;
  }

  private static Next ttl(Evaluation e, Target.Ttl t) {
    int ttl =
        switch (t.change()) {
          case SET -> t.value();
          case INCREMENT -> Math.min(MOST_TTL, e.packet.ttl() + t.value());
          case DECREMENT -> Math.max(0, e.packet.ttl() - t.value());
        };
    return changed(e, ttl == e.packet.ttl() ? e.packet : e.packet.withTtl(ttl));
  }

  private static Next tos(Evaluation e, int tos) {
    return changed(e, tos == e.packet.tos() ? e.packet : e.packet.withTos(tos));
  }

  private static Next changed(Evaluation e, Ipv4 packet) {
    if (packet != e.packet) {
      e.rewrite(packet);
    }
    return Next.CONTINUE;
  }
}
