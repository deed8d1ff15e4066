package vethlab.sim.netfilter.conntrack;

import vethlab.sim.Netns;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.wire.Tcp;
import vethlab.wire.TcpOptions;

/**
 * Whether a segment lies in the windows of the two ends: nf_conntrack_proto_tcp.c tcp_in_window.
 */
final class TcpWindow {
  private static final int LEAST_ACK_WINDOW = 66000;

  private TcpWindow() {}

  private static boolean before(int one, int other) {
    return one - other < 0;
  }

  /** Window scale and SACK from a SYN's options. */
  static void options(Tcp tcp, TcpState.Side side) {
    side.scale = 0;
    side.flags = 0;
    if (tcp.options().sackPermitted()) {
      side.flags |= TcpState.SACK_PERM;
    }
    if (tcp.options().windowScale() >= 0) {
      side.scale = Math.min(tcp.options().windowScale(), 14);
      side.flags |= TcpState.WINDOW_SCALE;
    }
  }

  static boolean fits(Netns netns, TcpState state, int direction, TcpTracker.Kind kind, Tcp tcp) {
    TcpState.Side sender = state.seen[direction];
    TcpState.Side receiver = state.seen[1 - direction];
    int seq = tcp.seq();
    int ack = tcp.ack();
    int sack = sack(receiver, tcp);
    int end = seq + tcp.segmentLength();
    if (sender.maxWindow == 0) {
      if (!meet(sender, receiver, tcp, end)) {
        return true;
      }
    } else if (restarts(state, direction) && before(sender.end, end)) {
      sender.end = end;
      sender.maxEnd = end;
      sender.maxWindow = Math.max(tcp.window(), 1);
      options(tcp, sender);
    }
    if (!tcp.isAck() || tcp.isRst() && ack == 0) {
      ack = receiver.end;
      sack = ack;
    }
    boolean emptyAnswer = seq == 0 && state.state == TcpTracker.State.SYN_SENT;
    if (seq == end && (!tcp.isRst() || emptyAnswer)) {
      seq = sender.end;
      end = sender.end;
    }
    int ackWindow = Math.max(sender.maxWindow, LEAST_ACK_WINDOW);
    boolean inside =
        before(seq, sender.maxEnd + 1)
            && before(sender.end - receiver.maxWindow - 1, end)
            && before(sack, receiver.end + 1)
            && before(receiver.end - ackWindow - 1, sack);
    if (inside) {
      update(state, sender, receiver, direction, kind, tcp, seq, ack, sack, end);
      return true;
    }
    return sender.has(TcpState.BE_LIBERAL)
        || netns.sysctls.get(NetSysctl.NF_CONNTRACK_TCP_BE_LIBERAL) != 0;
  }

  /** tcp_sack: how far the segment says that it has received anything. */
  private static int sack(TcpState.Side receiver, Tcp tcp) {
    int furthest = tcp.ack();
    if (receiver.has(TcpState.SACK_PERM)) {
      for (TcpOptions.SackBlock block : tcp.options().sack()) {
        furthest = before(furthest, block.to()) ? block.to() : furthest;
      }
    }
    return furthest;
  }

  private static boolean restarts(TcpState state, int direction) {
    return state.state == TcpTracker.State.SYN_SENT && direction == 0
        || state.state == TcpTracker.State.SYN_RECV && direction == 1;
  }

  /** The first segment of a side; false for a SYN that crosses the other's. */
  private static boolean meet(TcpState.Side sender, TcpState.Side receiver, Tcp tcp, int end) {
    if (tcp.isSyn()) {
      sender.end = end;
      sender.maxEnd = end;
      sender.maxWindow = Math.max(tcp.window(), 1);
      options(tcp, sender);
      if (!sender.has(TcpState.WINDOW_SCALE) || !receiver.has(TcpState.WINDOW_SCALE)) {
        sender.scale = 0;
        receiver.scale = 0;
      }
      return tcp.isAck();
    }
    sender.end = end;
    sender.maxWindow = Math.max(tcp.window() << sender.scale, 1);
    sender.maxEnd = end + sender.maxWindow;
    if (receiver.maxWindow == 0) {
      receiver.end = tcp.ack();
      receiver.maxEnd = tcp.ack();
    }
    return true;
  }

  private static void update(
      TcpState state,
      TcpState.Side sender,
      TcpState.Side receiver,
      int direction,
      TcpTracker.Kind kind,
      Tcp tcp,
      int seq,
      int ack,
      int sack,
      int end) {
    int window = tcp.isSyn() ? tcp.window() : tcp.window() << sender.scale;
    sender.maxWindow = Math.max(sender.maxWindow, window + sack - ack);
    if (before(sender.end, end)) {
      sender.end = end;
      sender.flags |= TcpState.DATA_UNACKNOWLEDGED;
    }
    if (tcp.isAck()) {
      if (!sender.has(TcpState.MAXACK_SET) || before(sender.maxAck, ack)) {
        sender.maxAck = ack;
        sender.flags |= TcpState.MAXACK_SET;
      }
    }
    if (receiver.maxWindow != 0 && before(sender.maxEnd, end)) {
      receiver.maxWindow += end - sender.maxEnd;
    }
    if (before(receiver.maxEnd - 1, sack + window)) {
      receiver.maxEnd = sack + window + (window == 0 ? 1 : 0);
    }
    if (ack == receiver.end) {
      receiver.flags &= ~TcpState.DATA_UNACKNOWLEDGED;
    }
    if (kind == TcpTracker.Kind.ACK) {
      countRetransmission(state, direction, seq, ack, end, window);
    }
  }

  private static void countRetransmission(
      TcpState state, int direction, int seq, int ack, int end, int window) {
    boolean same =
        state.lastDirection == direction
            && state.lastSeq == seq
            && state.lastAck == ack
            && state.lastEnd == end
            && state.lastWindow == window;
    if (same) {
      state.retransmitted++;
      return;
    }
    state.lastDirection = direction;
    state.lastSeq = seq;
    state.lastAck = ack;
    state.lastEnd = end;
    state.lastWindow = window;
    state.retransmitted = 0;
  }
}
