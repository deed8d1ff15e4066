package vethlab.sim.socket;

import java.util.List;
import vethlab.sim.TimerWheel;
import vethlab.sim.World;
import vethlab.wire.Tcp;
import vethlab.wire.TcpOptions.SackBlock;

/**
 * What a sender does about loss: net/ipv4/tcp_input.c tcp_sacktag_write_queue,
 * tcp_fastretrans_alert, tcp_cwnd_reduction (PRR), tcp_recovery.c (RACK), tcp_output.c
 * tcp_xmit_retransmit_queue. Not modelled: undoing a recovery that was needless, F-RTO, reneging,
 * the adaption of RACK's window to reordering, ECN.
 */
final class TcpRecovery {
  private static final int DUPLICATES = 3;

  /** CUBIC's decrease: 717/1024. */
  private static final int BETA = 717;

  private TcpRecovery() {}

  /** net/ipv4/tcp.h tcp_ca_state, as far as it matters here. */
  enum State {
    OPEN,
    /** Sends again what was lost. */
    RECOVERY,
    /** After a timeout. */
    LOSS
  }

  // --- what an acknowledgement tells
  // ---------------------------------------------------------------

  /** tcp_sacktag_write_queue: marks what arrived beyond a hole; so many full segments are new. */
  static int tag(World world, TcpSocket s, Tcp tcp) {
    List<SackBlock> blocks = tcp.options().sack();
    int delivered = 0;
    for (int i = 0; s.sack && i < blocks.size(); i++) {
      SackBlock block = blocks.get(i);
      boolean valid =
          TcpSeq.before(block.from(), block.to())
              && !TcpSeq.before(block.from(), tcp.ack())
              && !TcpSeq.after(block.to(), s.sndNxt);
      delivered += valid ? tag(world, s, block) : 0;
    }
    return delivered;
  }

  private static int tag(World world, TcpSocket s, SackBlock block) {
    int delivered = 0;
    for (int i = 0; i < s.sent.size(); i++) {
      TcpSegment segment = s.sent.get(i);
      boolean outside =
          !TcpSeq.after(segment.end(), block.from()) || !TcpSeq.before(segment.seq(), block.to());
      if (outside || segment.sacked()) {
        continue;
      }
      if (TcpSeq.before(segment.seq(), block.from())) {
        cut(s, i, block.from() - segment.seq());
        continue;
      }
      if (TcpSeq.after(segment.end(), block.to())) {
        cut(s, i, block.to() - segment.seq());
        segment = s.sent.get(i);
      }
      s.sent.set(i, segment.asSacked());
      delivered += segment.packets(s.mss);
      arrived(world, s, segment);
    }
    return delivered;
  }

  private static void cut(TcpSocket s, int index, int length) {
    TcpSegment segment = s.sent.get(index);
    s.sent.set(index, segment.head(length));
    s.sent.add(index + 1, segment.tail(length));
  }

  /** tcp_rack_advance: of what has arrived, what was sent last. */
  static void arrived(World world, TcpSocket s, TcpSegment segment) {
    long rtt = world.now() - segment.sentAt();
    if (rtt < s.leastRtt && segment.tries() > 0) {
      return;
    }
    s.rackRtt = rtt;
    s.leastRtt = segment.tries() == 0 ? Math.min(s.leastRtt, rtt) : s.leastRtt;
    if (sentAfter(segment.sentAt(), s.rackAt, segment.end(), s.rackEnd)) {
      s.rackAt = segment.sentAt();
      s.rackEnd = segment.end();
    }
  }

  private static boolean sentAfter(long one, long other, int oneEnd, int otherEnd) {
    return one > other || one == other && TcpSeq.after(oneEnd, otherEnd);
  }

  /** tcp_rack_detect_loss: what was sent well before something that has arrived is lost. */
  private static int detect(World world, TcpSocket s) {
    long window = reorderWindow(s);
    long wait = 0;
    int lost = 0;
    for (int i = 0; i < s.sent.size(); i++) {
      TcpSegment segment = s.sent.get(i);
      boolean overtaken = sentAfter(s.rackAt, segment.sentAt(), s.rackEnd, segment.end());
      if (segment.sacked() || segment.lost() || !overtaken) {
        continue;
      }
      long remaining = segment.sentAt() + s.rackRtt + window - world.now();
      if (remaining <= 0) {
        s.sent.set(i, segment.asLost());
        lost += segment.packets(s.mss);
      } else {
        wait = Math.max(wait, remaining);
      }
    }
    if (wait > 0) {
      s.reorderAt = TimerWheel.expiry(world.now(), wait + TcpTimers.LEAST_WAIT);
      s.retransmitAt = TcpSocket.NEVER;
      s.lossProbeAt = TcpSocket.NEVER;
      TcpTimers.arm(world, s);
    }
    return lost;
  }

  /** tcp_rack_reo_wnd: how long what was sent earlier may still be on its way. */
  private static long reorderWindow(TcpSocket s) {
    if (s.recovery != State.OPEN || sackedPackets(s) >= DUPLICATES) {
      return 0;
    }
    return Math.min(s.leastRtt / 4, s.srtt / 8);
  }

  private static int sackedPackets(TcpSocket s) {
    return s.sent.stream().filter(TcpSegment::sacked).mapToInt(g -> g.packets(s.mss)).sum();
  }

  // --- what follows from it
  // ------------------------------------------------------------------------

  /** tcp_fastretrans_alert and tcp_cong_control, where both ends speak SACK. */
  static void acknowledged(World world, TcpSocket s, int delivered, boolean advanced) {
    if (s.recovery != State.OPEN && !TcpSeq.before(s.sndUna, s.recoverUntil)) {
      end(s);
    }
    int lost = s.rackAt == 0 ? 0 : detect(world, s);
    if (s.recovery == State.OPEN && s.sent.stream().anyMatch(TcpSegment::lost)) {
      begin(s);
    }
    if (s.recovery == State.RECOVERY) {
      reduce(s, delivered, lost, advanced);
    } else if (advanced) {
      TcpAcks.opened(s, delivered);
    }
    if (s.recovery != State.OPEN) {
      sendLost(world, s);
    }
  }

  /** tcp_enter_recovery. */
  static void begin(TcpSocket s) {
    s.recovery = State.RECOVERY;
    s.recoverUntil = s.sndNxt;
    s.cwndBefore = s.cwnd;
    s.ssthresh = Math.max(s.cwnd * BETA / 1024, 2);
    s.deliveredInRecovery = 0;
    s.sentInRecovery = 0;
    s.acked = 0;
  }

  private static void end(TcpSocket s) {
    if (s.recovery == State.RECOVERY) {
      s.cwnd = s.ssthresh;
    }
    s.recovery = State.OPEN;
  }

  /** tcp_enter_loss: nothing that was sent is thought to be on its way any more. */
  static void timedOut(TcpSocket s) {
    boolean first = s.recovery == State.OPEN || s.recovery == State.LOSS && s.retransmits == 1;
    if (first || !TcpSeq.after(s.recoverUntil, s.sndUna)) {
      s.ssthresh = Math.max(s.cwnd * BETA / 1024, 2);
    }
    s.recovery = State.LOSS;
    s.recoverUntil = s.sndNxt;
    s.acked = 0;
    s.duplicateAcks = 0;
    s.sent.replaceAll(g -> g.sacked() ? g : g.asLost());
    s.cwnd = s.inFlight() + 1;
  }

  /** tcp_cwnd_reduction: proportional rate reduction, RFC 6937. */
  private static void reduce(TcpSocket s, int delivered, int lost, boolean advanced) {
    if (delivered <= 0) {
      return;
    }
    s.deliveredInRecovery += delivered;
    int inFlight = s.inFlight();
    int below = s.ssthresh - inFlight;
    int send;
    if (below < 0) {
      send = (s.ssthresh * s.deliveredInRecovery + s.cwndBefore - 1) / s.cwndBefore;
      send -= s.sentInRecovery;
    } else {
      send = Math.max(s.deliveredInRecovery - s.sentInRecovery, delivered);
      send = Math.min(below, send + (advanced && lost == 0 ? 1 : 0));
    }
    s.cwnd = inFlight + Math.max(send, s.sentInRecovery == 0 ? 1 : 0);
  }

  /** Without SACK: the third acknowledgement of the same data means that what follows is lost. */
  static void duplicate(World world, TcpSocket s) {
    s.duplicateAcks++;
    if (s.duplicateAcks == DUPLICATES && s.recovery == State.OPEN) {
      begin(s);
      s.cwnd = s.ssthresh;
      s.sent.set(0, s.sent.getFirst().asLost());
      sendLost(world, s);
    }
  }

  /** Without SACK: a new acknowledgement during recovery, the next hole is sent, or it is over. */
  static void partial(World world, TcpSocket s) {
    if (!TcpSeq.before(s.sndUna, s.recoverUntil)) {
      s.recovery = State.OPEN;
      return;
    }
    if (!s.sent.isEmpty() && s.sent.getFirst().tries() == 0) {
      s.sent.set(0, s.sent.getFirst().asLost());
    }
    sendLost(world, s);
  }

  /** tcp_rack_reo_timeout: what might have been late is lost. */
  static void reorderDue(World world, TcpSocket s) {
    s.reorderAt = TcpSocket.NEVER;
    if (s.sent.isEmpty()) {
      return;
    }
    if (detect(world, s) > 0 && s.recovery == State.OPEN) {
      begin(s);
      reduce(s, 1, 0, false);
    }
    sendLost(world, s);
    if (s.retransmitAt == TcpSocket.NEVER && s.reorderAt == TcpSocket.NEVER) {
      TcpTimers.rearm(world, s);
    }
  }

  // --- sending again
  // -------------------------------------------------------------------------------

  /** tcp_xmit_retransmit_queue. */
  static void sendLost(World world, TcpSocket s) {
    for (int i = 0; i < s.sent.size(); i++) {
      int room = s.cwnd - s.inFlight();
      if (room <= 0) {
        return;
      }
      if (s.sent.get(i).lost()) {
        sendAgain(world, s, i, room);
      }
    }
  }

  /** A timeout: the first segment once more. */
  static void sendFirst(World world, TcpSocket s) {
    sendAgain(world, s, 0, 1);
  }

  /** tcp_send_loss_probe: something new if there is, else the last segment once more. */
  static void probe(World world, TcpSocket s) {
    if (TcpOutput.pushOne(world, s)) {
      return;
    }
    int last = s.sent.size() - 1;
    TcpSegment segment = s.sent.get(last);
    if (segment.data().length() > s.mss) {
      cut(s, last, (segment.data().length() - 1) / s.mss * s.mss);
      last++;
    }
    sendAgain(world, s, last, 1);
  }

  /** __tcp_retransmit_skb: at most so many full segments of it. */
  private static void sendAgain(World world, TcpSocket s, int index, int packets) {
    if (TcpRoutes.isStillQueued(world, s)) {
      return;
    }
    if (s.sent.get(index).data().length() > s.mss * packets) {
      cut(s, index, s.mss * packets);
    } else {
      collapse(s, index);
    }
    TcpSegment again = s.sent.get(index).sentAgain(world.now());
    s.sent.set(index, again);
    s.sentInRecovery += s.recovery == State.RECOVERY ? again.packets(s.mss) : 0;
    TcpOutput.sendAgain(world, s, again);
  }

  /** tcp_retrans_try_collapse: small segments that follow each other become one. */
  private static void collapse(TcpSocket s, int index) {
    TcpSegment first = s.sent.get(index);
    int window = s.sndUna + s.sndWnd - first.seq();
    int room = Math.min(s.mss, window);
    while (!first.isSyn() && index + 1 < s.sent.size()) {
      TcpSegment next = s.sent.get(index + 1);
      int length = first.data().length() + next.data().length();
      boolean wanted = s.sent.get(index).data().length() < room && length <= room;
      if (!wanted || next.sacked() || TcpSeq.after(next.end(), s.sndUna + s.sndWnd)) {
        return;
      }
      first = first.joined(next);
      s.sent.set(index, first);
      s.sent.remove(index + 1);
    }
  }

  /** tcp_simple_retransmit: the path takes less than was thought. */
  static void sendSmaller(World world, TcpSocket s) {
    boolean any = false;
    for (int i = 0; i < s.sent.size(); i++) {
      if (s.sent.get(i).data().length() > s.mss) {
        s.sent.set(i, s.sent.get(i).asLost());
        any = true;
      }
    }
    if (any) {
      s.recovery = State.LOSS;
      s.recoverUntil = s.sndNxt;
      sendLost(world, s);
      TcpTimers.rearm(world, s);
    }
  }
}
