package vethlab.sim.netfilter;

import vethlab.op.iptables.Target;
import vethlab.sim.fib.Flow;
import vethlab.sim.fib.PathMtu;
import vethlab.sim.fib.RouteOutput;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;

/** -j TCPMSS: net/netfilter/xt_TCPMSS.c tcpmss_mangle_packet. */
final class TcpMssTarget {
  private static final int HEADERS = Ipv4.HEADER_LENGTH + Tcp.HEADER_LENGTH;
  private static final int USUAL = 536;
  private static final int LONGEST_HEADER = 60;

  private TcpMssTarget() {}

  static Action.Next apply(Evaluation e, Target.TcpMss target) {
    if (!(e.packet.transport() instanceof Tcp tcp)) {
      return Action.Next.CONTINUE;
    }
    int mss = target.mss().orElseGet(() -> pathMtu(e) - HEADERS);
    if (mss <= 0) {
      return Action.Next.DROP;
    }
    if (tcp.options().hasMss()) {
      if (tcp.options().mss() > mss) {
        set(e, tcp, mss);
      }
    } else if (tcp.data().isEmpty() && tcp.headerLength() < LONGEST_HEADER) {
      set(e, tcp, Math.min(mss, USUAL));
    }
    return Action.Next.CONTINUE;
  }

  private static void set(Evaluation e, Tcp tcp, int mss) {
    e.rewrite(e.packet.withTransport(tcp.withOptions(tcp.options().withMss(mss))));
  }

  /** What the way there takes, and the way back. */
  private static int pathMtu(Evaluation e) {
    int there = e.skb.route.isNone() ? Integer.MAX_VALUE : PathMtu.of(e.world, e.skb.route);
    Flow back = Flow.to(e.source);
    return RouteOutput.route(e.world, e.netns, back) instanceof RouteOutput.Answer.Ok ok
        ? Math.min(there, PathMtu.of(e.world, ok.route()))
        : there;
  }
}
