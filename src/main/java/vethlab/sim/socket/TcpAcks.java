package vethlab.sim.socket;

import vethlab.sim.World;
import vethlab.wire.Tcp;

/**
 * Acknowledgements, those that come and those that go: net/ipv4/tcp_input.c tcp_ack,
 * tcp_event_data_recv, __tcp_ack_snd_check. Congestion control is Reno's slow start and avoidance
 * with CUBIC's decrease; loss is {@link TcpRecovery}'s.
 */
final class TcpAcks {
  private static final long MILLI = 1_000_000L;
  private static final long LEAST_ACK_TIMEOUT = 40 * MILLI;
  private static final long MOST_ACK_TIMEOUT = 200 * MILLI;
  private static final int MOST_QUICK_ACKS = 16;

  private TcpAcks() {}

  /** What an acknowledgement number was worth. */
  enum Worth {
    /** It acknowledges what was never sent. */
    UNSENT,
    /** Acceptable, new or not. */
    FINE
  }

  // --- they come ---------------------------------------------------------------------------------

  static Worth receive(World world, TcpSocket s, Tcp tcp) {
    int ack = tcp.ack();
    if (TcpSeq.after(ack, s.sndNxt)) {
      return Worth.UNSENT;
    }
    if (TcpSeq.before(ack, s.sndUna)) {
      return Worth.FINE;
    }
    int windowBefore = s.sndWnd;
    updateWindow(s, tcp);
    int sacked = TcpRecovery.tag(world, s, tcp);
    if (TcpSeq.after(ack, s.sndUna)) {
      acknowledged(world, s, ack, sacked);
    } else if (s.sack) {
      if (sacked > 0) {
        TcpRecovery.acknowledged(world, s, sacked, false);
      }
    } else if (tcp.segmentLength() == 0 && !s.sent.isEmpty() && windowBefore == s.sndWnd) {
      TcpRecovery.duplicate(world, s);
    }
    if (s.sndWnd > 0 && s.windowProbeAt != TcpSocket.NEVER) {
      s.windowProbeAt = TcpSocket.NEVER;
      s.backoff = 0;
    }
    return Worth.FINE;
  }

  /** tcp_ack_update_window. */
  private static void updateWindow(TcpSocket s, Tcp tcp) {
    int window = tcp.isSyn() ? tcp.window() : tcp.window() << s.sndScale;
    boolean newer =
        TcpSeq.after(tcp.ack(), s.sndUna)
            || TcpSeq.after(tcp.seq(), s.sndWl1)
            || tcp.seq() == s.sndWl1 && window > s.sndWnd;
    if (newer) {
      s.sndWl1 = tcp.seq();
      s.sndWnd = window;
      s.maxWindow = Math.max(s.maxWindow, window);
    }
  }

  private static void acknowledged(World world, TcpSocket s, int ack, int sacked) {
    long rtt = -1;
    int packets = 0;
    while (!s.sent.isEmpty()) {
      TcpSegment first = s.sent.getFirst();
      if (TcpSeq.after(first.end(), ack)) {
        trim(s, first, ack);
        break;
      }
      s.sent.removeFirst();
      if (!first.sacked()) {
        packets += first.packets(s.mss);
        TcpRecovery.arrived(world, s, first);
      }
      if (!first.sacked() && first.tries() == 0) {
        rtt = world.now() - first.sentAt();
      }
    }
    s.sndUna = ack;
    s.confirms = true;
    if (rtt >= 0) {
      TcpTimers.measured(s, rtt);
    } else if (s.backoff > 0) {
      TcpTimers.setRto(s);
    }
    s.backoff = 0;
    s.retransmits = 0;
    s.timeouts = 0;
    s.duplicateAcks = 0;
    s.lossProbed = false;
    s.softError = java.util.Optional.empty();
    if (s.sack) {
      TcpRecovery.acknowledged(world, s, packets + sacked, true);
    } else {
      opened(s, packets);
      if (s.recovery != TcpRecovery.State.OPEN) {
        TcpRecovery.partial(world, s);
      }
    }
    TcpTimers.rearm(world, s);
  }

  private static void trim(TcpSocket s, TcpSegment first, int ack) {
    int done = ack - first.seq();
    if (done > 0 && done < first.data().length()) {
      s.sent.set(0, first.tail(done));
    }
  }

  /** tcp_slow_start, tcp_cong_avoid_ai. */
  static void opened(TcpSocket s, int packets) {
    if (s.recovery == TcpRecovery.State.RECOVERY && s.cwnd >= s.ssthresh) {
      return;
    }
    if (s.cwnd < s.ssthresh) {
      s.cwnd = Math.min(s.ssthresh, s.cwnd + packets);
      return;
    }
    s.acked += packets;
    if (s.acked >= s.cwnd) {
      s.acked -= s.cwnd;
      s.cwnd++;
    }
  }

  // --- they go -----------------------------------------------------------------------------------

  /** tcp_event_data_recv. */
  static void dataReceived(World world, TcpSocket s, int length) {
    s.ackScheduled = true;
    s.rcvMss = Math.min(s.advertisedMss, Math.max(s.rcvMss, Math.min(length, s.mss)));
    long now = world.now();
    if (s.ackTimeout == 0) {
      moreQuickAcks(s);
      s.ackTimeout = LEAST_ACK_TIMEOUT;
    } else {
      long since = now - s.lastReceived;
      if (since <= LEAST_ACK_TIMEOUT / 2) {
        s.ackTimeout = s.ackTimeout / 2 + LEAST_ACK_TIMEOUT / 2;
      } else if (since < s.ackTimeout) {
        s.ackTimeout = Math.min(s.ackTimeout / 2 + since, s.rto);
      } else if (since > s.rto) {
        moreQuickAcks(s);
      }
    }
    s.lastReceived = now;
  }

  /** tcp_incr_quickack. */
  private static void moreQuickAcks(TcpSocket s) {
    int quick = Math.max(2, TcpOutput.offeredWindow(s) / (2 * s.rcvMss));
    s.quickAcks = Math.max(s.quickAcks, Math.min(quick, MOST_QUICK_ACKS));
  }

  /** tcp_enter_quickack_mode: the other side needs to know. */
  static void quick(TcpSocket s) {
    moreQuickAcks(s);
    s.pingpong = 0;
    s.ackTimeout = LEAST_ACK_TIMEOUT;
  }

  /** tcp_event_data_sent: a reply soon after what was received makes it a dialogue. */
  static void replySent(World world, TcpSocket s, TcpSegment segment) {
    if (segment.data().length() > 0
        && s.ackTimeout > 0
        && world.now() - s.lastReceived < s.ackTimeout) {
      s.pingpong++;
    }
  }

  /** __tcp_ack_snd_check: now, or a little later in case there is something to send with it. */
  static void sendIfDue(World world, TcpSocket s) {
    if (!s.ackScheduled) {
      return;
    }
    boolean much =
        s.rcvNxt - s.rcvWup > s.rcvMss && TcpOutput.freeWindow(s) >= TcpOutput.offeredWindow(s);
    if (much || s.quickAcks > 0 && s.pingpong == 0 || s.ackAtOnce || !s.early.isEmpty()) {
      TcpOutput.sendAck(world, s);
    } else if (s.delayedAckAt == TcpSocket.NEVER) {
      long wait = Math.min(Math.max(s.ackTimeout, LEAST_ACK_TIMEOUT), MOST_ACK_TIMEOUT);
      s.delayedAckAt = world.now() + wait;
      TcpTimers.arm(world, s);
    }
  }

  /** tcp_delack_timer_handler. */
  static void delayedAckDue(World world, TcpSocket s) {
    s.delayedAckAt = TcpSocket.NEVER;
    if (s.ackScheduled) {
      s.pingpong = 0;
      s.ackTimeout = LEAST_ACK_TIMEOUT;
      TcpOutput.sendAck(world, s);
    }
  }

  /** tcp_cleanup_rbuf: the program has read; the sender may need to know. */
  static void afterRead(World world, TcpSocket s) {
    if (s.state == TcpState.CLOSED || s.state == TcpState.TIME_WAIT) {
      return;
    }
    boolean due =
        s.ackScheduled && (s.rcvNxt - s.rcvWup > s.rcvMss || s.unread == 0 && s.pingpong == 0);
    int offered = TcpOutput.offeredWindow(s);
    boolean opened = 2 * offered <= s.windowLimit && TcpOutput.freeWindow(s) >= 2 * offered;
    if (due || opened && TcpOutput.freeWindow(s) > 0 && !s.receiveShut) {
      TcpOutput.sendAck(world, s);
    }
  }
}
