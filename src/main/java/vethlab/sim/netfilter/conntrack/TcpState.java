package vethlab.sim.netfilter.conntrack;

/** What is known of a TCP connection: struct ip_ct_tcp. */
final class TcpState {
  static final int SACK_PERM = 1;
  static final int WINDOW_SCALE = 2;
  static final int CLOSE_INIT = 4;
  static final int BE_LIBERAL = 8;
  static final int DATA_UNACKNOWLEDGED = 16;
  static final int MAXACK_SET = 32;

  /** One side: struct ip_ct_tcp_state. Sequence numbers wrap. */
  static final class Side {
    int end;
    int maxEnd;
    int maxWindow;
    int maxAck;
    int scale;
    int flags;

    void clear() {
      end = maxEnd = maxWindow = maxAck = scale = flags = 0;
    }

    boolean has(int flag) {
      return (flags & flag) != 0;
    }

    private void take(Side from) {
      end = from.end;
      maxEnd = from.maxEnd;
      maxWindow = from.maxWindow;
      maxAck = from.maxAck;
      scale = from.scale;
      flags = from.flags;
    }
  }

  TcpTracker.State state = TcpTracker.State.NONE;

  /** The original side and the other. */
  final Side[] seen = {new Side(), new Side()};

  int lastDirection;
  TcpTracker.Kind lastKind = TcpTracker.Kind.NONE;
  int lastSeq;
  int lastAck;
  int lastEnd;
  int lastWindow;
  int lastScale;
  int lastFlags;
  int retransmitted;

  boolean flagged(int flag) {
    return ((seen[0].flags | seen[1].flags) & flag) != 0;
  }

  TcpState copy() {
    TcpState copy = new TcpState();
    copy.state = state;
    copy.seen[0].take(seen[0]);
    copy.seen[1].take(seen[1]);
    copy.lastDirection = lastDirection;
    copy.lastKind = lastKind;
    copy.lastSeq = lastSeq;
    copy.lastAck = lastAck;
    copy.lastEnd = lastEnd;
    copy.lastWindow = lastWindow;
    copy.lastScale = lastScale;
    copy.lastFlags = lastFlags;
    copy.retransmitted = retransmitted;
    return copy;
  }
}
