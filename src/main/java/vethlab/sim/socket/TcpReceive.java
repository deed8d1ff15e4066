package vethlab.sim.socket;

import java.util.List;
import java.util.Optional;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Bytes;
import vethlab.wire.Tcp;

/**
 * A segment reaches its connection: net/ipv4/tcp_input.c tcp_rcv_state_process,
 * tcp_validate_incoming, tcp_data_queue, tcp_fin. Not modelled: urgent data, Fast Open.
 */
final class TcpReceive {
  private TcpReceive() {}

  static void segment(World world, TcpSocket s, Skb skb, Tcp tcp) {
    if (s.state == TcpState.SYN_SENT) {
      synSent(world, s, skb, tcp);
    } else if (acceptable(world, s, skb, tcp)) {
      process(world, s, skb, tcp);
    }
  }

  // --- the answer to a SYN -----------------------------------------------------------------------

  private static void synSent(World world, TcpSocket s, Skb skb, Tcp tcp) {
    if (tcp.isAck() && tcp.ack() != s.sndNxt) {
      TcpReset.answer(world, skb, tcp);
      drop(world, skb, DropReason.TCP_INVALID_ACK_SEQUENCE, "tcp.bad-ack");
    } else if (tcp.isRst()) {
      if (tcp.isAck()) {
        drop(world, skb, DropReason.TCP_RESET, "tcp.refused", s.peer, s.peerPort);
        TcpClose.reset(world, s);
      } else {
        drop(world, skb, DropReason.TCP_RESET, "tcp.bad-reset");
      }
    } else if (!tcp.isSyn()) {
      drop(world, skb, DropReason.TCP_FLAGS, "tcp.no-syn");
    } else if (tcp.isAck()) {
      connected(world, s, skb, tcp);
    } else {
      crossed(world, s, tcp);
    }
  }

  private static void connected(World world, TcpSocket s, Skb skb, Tcp tcp) {
    TcpPassive.agree(s, tcp.options());
    s.sndScale = s.scaling ? s.sndScale : 0;
    s.rcvScale = s.scaling ? s.rcvScale : 0;
    s.rcvNxt = tcp.seq() + 1;
    s.rcvWup = s.rcvNxt;
    s.sndWl1 = tcp.seq();
    TcpAcks.receive(world, s, tcp);
    s.cwnd = 10;
    TcpRoutes.syncMss(world, world.netns(s.netns), s);
    s.rcvMss = Math.min(s.advertisedMss, s.rcvMss);
    s.state = TcpState.ESTABLISHED;
    s.lastReceived = world.now();
    tell(world, skb, "tcp.connected", s);
    TcpOutput.sendAck(world, s);
    s.wake(world);
  }

  /** Both ends have sent a SYN: RFC 9293's simultaneous open. */
  private static void crossed(World world, TcpSocket s, Tcp tcp) {
    TcpPassive.agree(s, tcp.options());
    s.rcvNxt = tcp.seq() + 1;
    s.rcvWup = s.rcvNxt;
    s.sndWnd = tcp.window();
    s.maxWindow = tcp.window();
    s.sndWl1 = tcp.seq();
    s.state = TcpState.SYN_RECV;
    TcpOutput.sendSyn(world, s, Tcp.SYN | Tcp.ACK);
  }

  // --- is it acceptable? -------------------------------------------------------------------------

  private static boolean acceptable(World world, TcpSocket s, Skb skb, Tcp tcp) {
    if (s.timestamps
        && tcp.options().hasTimestamps()
        && !tcp.isRst()
        && (int) (tcp.options().tsVal() - s.tsRecent) < 0) {
      duplicateAck(world, s, tcp);
      return drop(world, skb, DropReason.TCP_RFC7323_PAWS, "tcp.old-timestamp");
    }
    int end = tcp.seq() + tcp.segmentLength();
    boolean inWindow =
        !TcpSeq.before(end, s.rcvWup)
            && !TcpSeq.after(tcp.seq(), s.rcvNxt + TcpOutput.offeredWindow(s));
    if (!inWindow) {
      if (!tcp.isRst()) {
        duplicateAck(world, s, tcp);
      }
      return drop(world, skb, DropReason.TCP_INVALID_SEQUENCE, "tcp.out-of-window");
    }
    if (tcp.isRst()) {
      return reset(world, s, skb, tcp);
    }
    if (tcp.isSyn()) {
      TcpOutput.sendAck(world, s);
      return drop(world, skb, DropReason.TCP_INVALID_SYN, "tcp.syn-in-connection");
    }
    return tcp.isAck() || drop(world, skb, DropReason.TCP_FLAGS, "tcp.no-ack");
  }

  private static boolean reset(World world, TcpSocket s, Skb skb, Tcp tcp) {
    if (tcp.seq() == s.rcvNxt) {
      drop(world, skb, DropReason.TCP_RESET, "tcp.reset", s.peer, s.peerPort);
      TcpClose.reset(world, s);
    } else {
      TcpOutput.sendAck(world, s);
      drop(world, skb, DropReason.TCP_RESET, "tcp.bad-reset");
    }
    return false;
  }

  /** tcp_send_dupack. */
  private static void duplicateAck(World world, TcpSocket s, Tcp tcp) {
    if (tcp.segmentLength() > 0 && TcpSeq.before(tcp.seq(), s.rcvNxt)) {
      TcpAcks.quick(s);
      int end = tcp.seq() + tcp.segmentLength();
      TcpSacks.duplicate(world, s, tcp.seq(), TcpSeq.after(end, s.rcvNxt) ? s.rcvNxt : end);
    }
    TcpOutput.sendAck(world, s);
  }

  // --- an acceptable segment ---------------------------------------------------------------------

  private static void process(World world, TcpSocket s, Skb skb, Tcp tcp) {
    if (s.timestamps && tcp.options().hasTimestamps() && !TcpSeq.after(tcp.seq(), s.rcvWup)) {
      s.tsRecent = tcp.options().tsVal();
    }
    boolean wasFull = !TcpCalls.writable(s);
    if (TcpAcks.receive(world, s, tcp) == TcpAcks.Worth.UNSENT) {
      TcpOutput.sendAck(world, s);
      drop(world, skb, DropReason.TCP_INVALID_ACK_SEQUENCE, "tcp.ack-of-unsent");
      return;
    }
    if (!moved(world, s, skb, tcp)) {
      return;
    }
    tell(world, skb, "tcp.received", s);
    if (tcp.segmentLength() > 0) {
      data(world, s, skb, tcp);
    }
    if (s.state == TcpState.CLOSED || s.state == TcpState.TIME_WAIT) {
      return;
    }
    TcpOutput.push(world, s, TcpOutput.Nagle.ON);
    TcpAcks.sendIfDue(world, s);
    if (wasFull && TcpCalls.writable(s)) {
      s.wake(world);
    }
  }

  /** What the acknowledgement does to the state; false when the segment is used up by it. */
  private static boolean moved(World world, TcpSocket s, Skb skb, Tcp tcp) {
    boolean allAcked = s.sndUna == s.writeSeq;
    switch (s.state) {
      case SYN_RECV -> {
        s.state = TcpState.ESTABLISHED;
        TcpRoutes.syncMss(world, world.netns(s.netns), s);
        s.wake(world);
      }
      case FIN_WAIT1 -> {
        if (allAcked) {
          s.state = TcpState.FIN_WAIT2;
          s.sendShut = true;
          TcpClose.settle(world, s);
          s.wake(world);
        }
      }
      case CLOSING -> {
        if (allAcked) {
          TcpTimers.enterTimeWait(world, s);
          return false;
        }
      }
      case LAST_ACK -> {
        if (allAcked) {
          tell(world, skb, "tcp.closed", s);
          TcpClose.done(world, s);
          return false;
        }
      }
      default -> {}
    }
    return !unwanted(world, s, skb, tcp);
  }

  /** Data for a program that has closed: the other side is told by a reset. */
  private static boolean unwanted(World world, TcpSocket s, Skb skb, Tcp tcp) {
    boolean waiting = s.state == TcpState.FIN_WAIT1 || s.state == TcpState.FIN_WAIT2;
    int dataEnd = tcp.seq() + tcp.data().length();
    if (!waiting || !s.orphan || tcp.data().isEmpty() || !TcpSeq.after(dataEnd, s.rcvNxt)) {
      return false;
    }
    TcpReset.answer(world, skb, tcp);
    drop(world, skb, DropReason.TCP_ABORT_ON_DATA, "tcp.data-after-close");
    TcpClose.done(world, s);
    return true;
  }

  // --- data --------------------------------------------------------------------------------------

  private static void data(World world, TcpSocket s, Skb skb, Tcp tcp) {
    boolean late =
        s.state == TcpState.CLOSE_WAIT
            || s.state == TcpState.CLOSING
            || s.state == TcpState.LAST_ACK;
    int end = tcp.seq() + tcp.segmentLength();
    if (late && !TcpSeq.before(tcp.seq(), s.rcvNxt)) {
      drop(world, skb, DropReason.TCP_OLD_DATA, "tcp.old-data");
    } else if (!TcpSeq.after(end, s.rcvNxt)) {
      TcpSacks.duplicate(world, s, tcp.seq(), end);
      TcpAcks.quick(s);
      s.ackScheduled = true;
      drop(world, skb, DropReason.TCP_OLD_DATA, "tcp.old-data");
    } else if (!TcpSeq.before(tcp.seq(), s.rcvNxt + TcpOutput.offeredWindow(s))
        && tcp.data().length() > 0) {
      TcpAcks.quick(s);
      s.ackScheduled = true;
      drop(world, skb, DropReason.TCP_ZEROWINDOW, "tcp.window-closed");
    } else if (TcpSeq.after(tcp.seq(), s.rcvNxt)) {
      keepEarly(world, s, tcp);
    } else {
      inOrder(world, s, tcp);
    }
  }

  private static void keepEarly(World world, TcpSocket s, Tcp tcp) {
    TcpSacks.early(world, s, tcp);
    s.early.put(tcp.seq(), tcp.data());
    if (tcp.isFin()) {
      s.earlyFin = true;
      s.finSeq = tcp.seq() + tcp.data().length();
    }
    s.ackScheduled = true;
  }

  private static void inOrder(World world, TcpSocket s, Tcp tcp) {
    if (TcpSeq.before(tcp.seq(), s.rcvNxt)) {
      TcpSacks.duplicate(world, s, tcp.seq(), s.rcvNxt);
    }
    boolean hole = !s.early.isEmpty();
    take(world, s, tcp.data().slice(s.rcvNxt - tcp.seq(), tcp.data().length()));
    boolean fin = tcp.isFin();
    while (!fin && takeEarly(world, s)) {
      fin = s.earlyFin && s.finSeq == s.rcvNxt;
    }
    TcpSacks.advanced(s);
    s.ackAtOnce |= hole && s.early.isEmpty();
    if (fin || s.earlyFin && s.finSeq == s.rcvNxt) {
      fin(world, s);
    }
    s.wake(world);
  }

  /** tcp_ofo_queue: what came before its time fits now. */
  private static boolean takeEarly(World world, TcpSocket s) {
    for (int seq : s.early.keySet()) {
      if (!TcpSeq.after(seq, s.rcvNxt)) {
        Bytes data = s.early.remove(seq);
        int known = Math.min(s.rcvNxt - seq, data.length());
        take(world, s, data.slice(known, data.length()));
        return true;
      }
    }
    return false;
  }

  private static void take(World world, TcpSocket s, Bytes data) {
    if (data.length() > 0) {
      s.received.add(data);
      s.unread += data.length();
      s.rcvNxt += data.length();
      TcpAcks.dataReceived(world, s, data.length());
    }
  }

  private static void fin(World world, TcpSocket s) {
    s.rcvNxt++;
    s.ackScheduled = true;
    s.receiveShut = true;
    s.early.clear();
    s.sackBlocks = List.of();
    s.twice = Optional.empty();
    switch (s.state) {
      case SYN_RECV, ESTABLISHED -> {
        s.state = TcpState.CLOSE_WAIT;
        s.pingpong++;
      }
      case FIN_WAIT1 -> {
        TcpOutput.sendAck(world, s);
        s.state = TcpState.CLOSING;
      }
      case FIN_WAIT2 -> {
        TcpOutput.sendAck(world, s);
        s.sendShut = true;
        TcpTimers.enterTimeWait(world, s);
      }
      default -> {}
    }
  }

  private static void tell(World world, Skb skb, String why, TcpSocket s) {
    if (world.tracing()) {
      world
          .trace()
          .verdict(
              skb,
              Verdict.CONSUMED,
              "tcp_rcv_state_process",
              why,
              s.localPort,
              s.process,
              s.state.word());
    }
  }

  /** Always false, for a caller that answers whether to go on. */
  private static boolean drop(
      World world, Skb skb, DropReason reason, String why, Object... arguments) {
    world.drop(skb, reason, "tcp_rcv_state_process", why, arguments);
    return false;
  }
}
