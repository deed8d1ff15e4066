package vethlab.sim.socket;

import java.util.List;
import java.util.Optional;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;

/** A segment finds its socket: net/ipv4/tcp_ipv4.c tcp_v4_rcv. */
final class TcpInput {
  private TcpInput() {}

  static Stage receive(World world, Skb skb, Tcp tcp) {
    if (skb.has(Skb.GROUP_ADDRESSED)) {
      return world.drop(skb, DropReason.NOT_SPECIFIED, "tcp_v4_rcv", "tcp.frame-for-many");
    }
    Netns netns = world.netns(skb.netns);
    if (netns.sockets.isEmpty()) {
      return nobody(world, skb, tcp);
    }
    Ipv4 packet = skb.packet;
    Optional<TcpSocket> connection =
        netns
            .sockets
            .connection(packet.dst(), tcp.dport(), packet.src(), tcp.sport())
            .filter(s -> s.hears(world, skb));
    if (connection.isPresent() && !isRenewed(world, connection.get(), skb, tcp)) {
      dispatch(world, connection.get(), skb, tcp);
      return Stage.DONE;
    }
    List<TcpListener> listeners = TcpPassive.matching(world, netns, skb, tcp.dport());
    if (listeners.isEmpty()) {
      return nobody(world, skb, tcp);
    }
    TcpPassive.toListener(world, choose(listeners, packet, tcp), skb, tcp);
    return Stage.DONE;
  }

  /** reuseport_select_sock: several share the port, the caller's address and port decide. */
  private static TcpListener choose(List<TcpListener> listeners, Ipv4 packet, Tcp tcp) {
    int hash = (packet.src().bits() * 31 + tcp.sport()) * 0x9E3779B1 >>> 16;
    return listeners.get(hash % listeners.size());
  }

  private static void dispatch(World world, TcpSocket s, Skb skb, Tcp tcp) {
    switch (s.state) {
      case TIME_WAIT -> timeWait(world, s, skb, tcp);
      case SYN_RECV -> {
        if (s.listener == 0) {
          TcpReceive.segment(world, s, skb, tcp);
        } else {
          TcpPassive.check(world, s, skb, tcp);
        }
      }
      default -> TcpReceive.segment(world, s, skb, tcp);
    }
  }

  /** A SYN beyond the old connection's numbers may begin a new one: TCP_TW_SYN. */
  private static boolean isRenewed(World world, TcpSocket s, Skb skb, Tcp tcp) {
    boolean renewed =
        s.state == TcpState.TIME_WAIT
            && tcp.isSyn()
            && !tcp.isAck()
            && !tcp.isRst()
            && (TcpSeq.after(tcp.seq(), s.rcvNxt)
                || tcp.options().hasTimestamps() && (int) (tcp.options().tsVal() - s.tsRecent) > 0);
    if (renewed) {
      TcpTimers.stop(s);
      TcpClose.expired(world, s);
    }
    return renewed;
  }

  /** tcp_timewait_state_process. */
  private static void timeWait(World world, TcpSocket s, Skb skb, Tcp tcp) {
    if (tcp.isRst() && tcp.seq() == s.rcvNxt) {
      TcpTimers.stop(s);
      TcpClose.expired(world, s);
    } else if (!tcp.isRst() && (tcp.seq() != s.rcvNxt || tcp.segmentLength() > 0)) {
      TcpOutput.sendAck(world, s);
      TcpTimers.enterTimeWait(world, s);
    }
    world.drop(skb, DropReason.TCP_OLD_DATA, "tcp_timewait_state_process", "tcp.time-wait");
  }

  private static Stage nobody(World world, Skb skb, Tcp tcp) {
    TcpReset.answer(world, skb, tcp);
    return world.drop(
        skb, DropReason.NO_SOCKET, "tcp_v4_rcv", "tcp.no-socket", skb.packet.dst(), tcp.dport());
  }
}
