package vethlab.sim.netfilter.conntrack;

import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.sim.netfilter.conntrack.ConntrackHooks.Judgement;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;

/**
 * The state of a TCP connection as seen from its middle: nf_conntrack_proto_tcp.c
 * nf_conntrack_tcp_packet, tcp_new, tcp_in_window.
 */
final class TcpTracker {
  private TcpTracker() {}

  /** enum tcp_conntrack, as conntrack -L shows it; the last two are answers of the table only. */
  enum State {
    NONE,
    SYN_SENT,
    SYN_RECV,
    ESTABLISHED,
    FIN_WAIT,
    CLOSE_WAIT,
    LAST_ACK,
    TIME_WAIT,
    CLOSE,
    SYN_SENT2,
    INVALID,
    IGNORE
  }

  /** What kind of segment it is by its flags. */
  enum Kind {
    SYN,
    SYNACK,
    FIN,
    ACK,
    RST,
    NONE
  }

  private static final Timeout[] TIMEOUTS = {
    Timeout.TCP_SYN_SENT, Timeout.TCP_SYN_SENT, Timeout.TCP_SYN_RECV, Timeout.TCP_ESTABLISHED,
    Timeout.TCP_FIN_WAIT, Timeout.TCP_CLOSE_WAIT, Timeout.TCP_LAST_ACK, Timeout.TCP_TIME_WAIT,
    Timeout.TCP_CLOSE, Timeout.TCP_SYN_SENT
  };

  /**
   * The next state by direction, kind of segment (lines) and state (columns, in the order of {@link
   * State}); a letter is {@code v} for invalid, {@code g} for ignored.
   */
  private static final String[][] NEXT = {
    {"11ggggg119", "vvggggggg2", "vv4466678v", "3v3355778v", "v888888888", "vvvvvvvvvv"},
    {"v9vvvvv1v9", "v2ggggggg2", "vv4466678v", "vg2355778g", "v888888888", "vvvvvvvvvv"}
  };

  private static State next(int direction, Kind kind, State state) {
    char letter = NEXT[direction][kind.ordinal()].charAt(state.ordinal());
    return letter == 'v'
        ? State.INVALID
        : letter == 'g' ? State.IGNORE : State.values()[letter - '0'];
  }

  private static Kind kind(Tcp tcp) {
    if (tcp.isRst()) {
      return Kind.RST;
    }
    if (tcp.isSyn()) {
      return tcp.isAck() ? Kind.SYNACK : Kind.SYN;
    }
    return tcp.isFin() ? Kind.FIN : tcp.isAck() ? Kind.ACK : Kind.NONE;
  }

  private static boolean hasValidFlags(Tcp tcp) {
    int flags = tcp.flags() & (Tcp.FIN | Tcp.SYN | Tcp.RST | Tcp.ACK | Tcp.URG);
    return switch (flags) {
      case Tcp.SYN,
          Tcp.SYN | Tcp.URG,
          Tcp.SYN | Tcp.ACK,
          Tcp.RST,
          Tcp.RST | Tcp.ACK,
          Tcp.FIN | Tcp.ACK,
          Tcp.FIN | Tcp.ACK | Tcp.URG,
          Tcp.ACK,
          Tcp.ACK | Tcp.URG ->
          true;
      default -> false;
    };
  }

  static Judgement packet(
      World world, Netns netns, Connection ct, Ipv4 packet, Tcp tcp, boolean reply) {
    if (!hasValidFlags(tcp)
        || !ct.has(Connection.CONFIRMED) && ct.tcp.state == State.NONE && !begin(netns, ct, tcp)) {
      return Judgement.INVALID;
    }
    int direction = reply ? 1 : 0;
    Kind kind = kind(tcp);
    State old = ct.tcp.state;
    State next = next(direction, kind, old);
    boolean checkWindow = true;
    if (next == State.SYN_SENT && old.ordinal() >= State.TIME_WAIT.ordinal()) {
      if (reopens(ct.tcp, direction)) {
        netns.netfilter.conntrack().remove(ct, world.now());
        return Judgement.REPEAT;
      }
      next = State.IGNORE;
    }
    if (next == State.IGNORE) {
      if (!syncsAgain(ct.tcp, direction, kind, tcp)) {
        ignore(ct.tcp, direction, kind, tcp);
        return Judgement.VALID;
      }
      old = State.SYN_SENT;
      next = State.SYN_RECV;
    } else if (next == State.INVALID) {
      return Judgement.INVALID;
    } else if (next == State.CLOSE && kind == Kind.RST) {
      Reset reset = reset(ct, direction, tcp);
      if (reset == Reset.INVALID) {
        return Judgement.INVALID;
      }
      checkWindow = reset != Reset.OF_IGNORED;
      next = reset == Reset.DOUBTFUL ? old : next;
    }
    if (checkWindow && !TcpWindow.fits(netns, ct.tcp, direction, kind, tcp)) {
      return Judgement.INVALID;
    }
    return advance(world, netns, ct, packet, tcp, reply, kind, old, next);
  }

  private static Judgement advance(
      World world,
      Netns netns,
      Connection ct,
      Ipv4 packet,
      Tcp tcp,
      boolean reply,
      Kind kind,
      State old,
      State next) {
    int direction = reply ? 1 : 0;
    TcpState state = ct.tcp;
    state.lastKind = kind;
    state.lastDirection = direction;
    state.state = next;
    if (old != next && next == State.FIN_WAIT) {
      state.seen[direction].flags |= TcpState.CLOSE_INIT;
    }
    long timeout = timeout(netns, state, kind, next);
    if (!ct.has(Connection.SEEN_REPLY)) {
      if (tcp.isRst()) {
        netns.netfilter.conntrack().remove(ct, world.now());
        return Judgement.VALID;
      }
      if (kind == Kind.SYN && old == State.SYN_SENT) {
        timeout = 0;
      }
      if (next == State.ESTABLISHED) {
        timeout = Math.min(timeout, Timeout.TCP_UNACKNOWLEDGED.nanos(netns));
      }
    } else if ((old == State.SYN_RECV || old == State.ESTABLISHED) && next == State.ESTABLISHED) {
      ct.status |= Connection.ASSURED;
    }
    ConntrackHooks.refresh(world, netns, ct, packet, reply, timeout);
    return Judgement.VALID;
  }

  private static long timeout(Netns netns, TcpState state, Kind kind, State next) {
    long usual = TIMEOUTS[next.ordinal()].nanos(netns);
    long retrans = Timeout.TCP_MAX_RETRANS.nanos(netns);
    long most = netns.sysctls.get(NetSysctl.NF_CONNTRACK_TCP_MAX_RETRANS);
    if (state.retransmitted >= most && usual > retrans) {
      return retrans;
    }
    if (kind == Kind.RST) {
      return Timeout.TCP_CLOSE.nanos(netns);
    }
    if (state.flagged(TcpState.DATA_UNACKNOWLEDGED)) {
      return Math.min(usual, Timeout.TCP_UNACKNOWLEDGED.nanos(netns));
    }
    return state.lastWindow == 0 && usual > retrans ? retrans : usual;
  }

  /** tcp_new. */
  private static boolean begin(Netns netns, Connection ct, Tcp tcp) {
    State state = next(0, kind(tcp), State.NONE);
    if (state == State.INVALID || state == State.IGNORE) {
      return false;
    }
    TcpState.Side sender = ct.tcp.seen[0];
    sender.clear();
    ct.tcp.seen[1].clear();
    sender.end = tcp.seq() + tcp.segmentLength();
    sender.maxWindow = Math.max(tcp.window(), 1);
    sender.maxEnd = sender.end;
    if (state == State.SYN_SENT) {
      TcpWindow.options(tcp, sender);
    } else {
      if (netns.sysctls.get(NetSysctl.NF_CONNTRACK_TCP_LOOSE) == 0) {
        return false;
      }
      sender.maxEnd += sender.maxWindow;
      sender.flags = TcpState.SACK_PERM | TcpState.BE_LIBERAL;
      ct.tcp.seen[1].flags = sender.flags;
    }
    ct.tcp.lastKind = Kind.NONE;
    return true;
  }

  /** A SYN for a connection that was closed or given up: it is a new one. */
  private static boolean reopens(TcpState state, int direction) {
    return state.flagged(TcpState.CLOSE_INIT)
        || state.lastDirection == direction && state.lastKind == Kind.RST;
  }

  /**
   * A SYN/ACK that answers a SYN which was ignored: the two ends are in step, and so are we now.
   */
  private static boolean syncsAgain(TcpState state, int direction, Kind kind, Tcp tcp) {
    if (kind != Kind.SYNACK
        || state.lastKind != Kind.SYN
        || state.lastDirection == direction
        || tcp.ack() != state.lastEnd) {
      return false;
    }
    TcpState.Side other = state.seen[state.lastDirection];
    other.end = state.lastEnd;
    other.maxEnd = state.lastEnd;
    other.maxWindow = Math.max(state.lastWindow, 1);
    other.scale = state.lastScale;
    other.flags = state.lastFlags;
    state.seen[direction].clear();
    return true;
  }

  private static void ignore(TcpState state, int direction, Kind kind, Tcp tcp) {
    state.lastKind = kind;
    state.lastDirection = direction;
    state.lastSeq = tcp.seq();
    state.lastEnd = tcp.seq() + tcp.segmentLength();
    state.lastWindow = tcp.window();
    if (kind == Kind.SYN && direction == 0) {
      TcpState.Side side = new TcpState.Side();
      TcpWindow.options(tcp, side);
      state.lastFlags = side.flags;
      state.lastScale = side.scale;
    }
  }

  /** What a RST is worth. */
  private enum Reset {
    VALID,
    INVALID,
    /** It does not hit the expected number: a challenge may follow, the state stays. */
    DOUBTFUL,
    /** It answers a segment that was let through unseen. */
    OF_IGNORED
  }

  private static Reset reset(Connection ct, int direction, Tcp tcp) {
    TcpState state = ct.tcp;
    TcpState.Side other = state.seen[1 - direction];
    boolean established = state.state == State.ESTABLISHED && ct.has(Connection.ASSURED);
    if (other.has(TcpState.MAXACK_SET) && !(tcp.seq() == 0 && !established)) {
      if (tcp.seq() - other.maxAck < 0) {
        return Reset.INVALID;
      }
      boolean train =
          state.lastKind == Kind.ACK
              && state.lastDirection == direction
              && tcp.seq() == state.lastEnd;
      if (established && tcp.seq() != other.maxAck && !train) {
        return Reset.DOUBTFUL;
      }
    }
    boolean ofIgnored =
        (ct.has(Connection.SEEN_REPLY) && state.lastKind == Kind.SYN
                || !ct.has(Connection.ASSURED) && state.lastKind == Kind.ACK)
            && tcp.ack() == state.lastEnd;
    return ofIgnored ? Reset.OF_IGNORED : Reset.VALID;
  }
}
