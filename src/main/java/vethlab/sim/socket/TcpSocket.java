package vethlab.sim.socket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vethlab.op.Errno;
import vethlab.sim.World;
import vethlab.wire.Bytes;
import vethlab.wire.TcpOptions.SackBlock;

/**
 * One end of a TCP connection: struct tcp_sock. What happens to it is in {@link TcpReceive}, {@link
 * TcpOutput}, {@link TcpTimers}; programs use {@link TcpCalls}. Times are virtual nanoseconds.
 */
public final class TcpSocket extends Socket {
  static final long NEVER = Long.MAX_VALUE;

  TcpState state = TcpState.CLOSED;

  /** The listener it came from, until it is accepted; 0 for none. */
  int listener;

  // --- sending
  int iss;
  int sndUna;
  int sndNxt;
  int writeSeq;
  int sndWnd;
  int sndWl1;
  int maxWindow;
  int sndSmall;
  int sndScale;
  int mss = 536;
  int peerMss = 536;
  int advertisedMss = 536;
  ArrayList<TcpSegment> sent = new ArrayList<>(4);
  ArrayDeque<TcpSegment> unsent = new ArrayDeque<>(4);

  /** Sent as far as the window goes, but not yet given to the device, and when it takes more. */
  ArrayDeque<TcpSegment> outgoing = new ArrayDeque<>(2);

  long freeAt;

  // --- receiving
  int rcvNxt;
  int rcvWup;
  int rcvWnd;
  int rcvScale;
  int windowLimit;
  int rcvMss = 536;
  int unread;
  ArrayDeque<Bytes> received = new ArrayDeque<>(4);
  TreeMap<Integer, Bytes> early = new TreeMap<>();

  /** What is told of early data: selective_acks, and duplicate_sack. */
  List<SackBlock> sackBlocks = List.of();

  Optional<SackBlock> twice = Optional.empty();
  boolean earlyFin;
  int finSeq;

  // --- options both ends speak
  boolean timestamps;
  boolean sack;
  boolean scaling;
  int tsOffset;
  long tsRecent;

  // --- acknowledging
  boolean ackScheduled;

  /** ICSK_ACK_NOW. */
  boolean ackAtOnce;

  int quickAcks;
  int pingpong;
  long ackTimeout;
  long lastReceived;

  // --- congestion and round trips
  int cwnd = 10;
  int ssthresh = Integer.MAX_VALUE;
  int acked;
  int duplicateAcks;
  TcpRecovery.State recovery = TcpRecovery.State.OPEN;
  int recoverUntil;
  int cwndBefore;
  int deliveredInRecovery;
  int sentInRecovery;

  /** RACK: when what arrived and was sent last was sent, 0 for nothing yet, and its end. */
  long rackAt;

  int rackEnd;
  long rackRtt;
  long leastRtt = NEVER;
  boolean lossProbed;

  /** The peer has answered: the next segment tells the neighbour table (sk_dst_confirm). */
  boolean confirms;

  long srtt;
  long rttvar;
  long rto = TcpTimers.INITIAL_RTO;
  int backoff;
  int retransmits;
  int timeouts;

  // --- deadlines
  long retransmitAt = NEVER;
  long lossProbeAt = NEVER;
  long reorderAt = NEVER;
  long windowProbeAt = NEVER;
  long delayedAckAt = NEVER;
  long expiresAt = NEVER;
  long alarmAt = NEVER;

  // --- what the program has done with it
  boolean receiveShut;
  boolean sendShut;
  boolean orphan;
  boolean reuse;
  Optional<Errno> softError = Optional.empty();

  public TcpSocket(int id, int netns, int task, long token) {
    super(id, netns, task, token);
  }

  @Override
  public TcpSocket copy() {
    TcpSocket copy = copyInto(new TcpSocket(id, netns, task, token));
    copy.state = state;
    copy.listener = listener;
    copySending(copy);
    copyReceiving(copy);
    copyTiming(copy);
    copy.receiveShut = receiveShut;
    copy.sendShut = sendShut;
    copy.orphan = orphan;
    copy.reuse = reuse;
    copy.softError = softError;
    return copy;
  }

  private void copySending(TcpSocket copy) {
    copy.iss = iss;
    copy.sndUna = sndUna;
    copy.sndNxt = sndNxt;
    copy.writeSeq = writeSeq;
    copy.sndWnd = sndWnd;
    copy.sndWl1 = sndWl1;
    copy.maxWindow = maxWindow;
    copy.sndSmall = sndSmall;
    copy.sndScale = sndScale;
    copy.mss = mss;
    copy.peerMss = peerMss;
    copy.advertisedMss = advertisedMss;
    copy.sent = new ArrayList<>(sent);
    copy.unsent = new ArrayDeque<>(unsent);
    copy.outgoing = new ArrayDeque<>(outgoing);
    copy.freeAt = freeAt;
    copy.cwnd = cwnd;
    copy.ssthresh = ssthresh;
    copy.acked = acked;
    copy.duplicateAcks = duplicateAcks;
    copy.recoverUntil = recoverUntil;
    copy.recovery = recovery;
    copy.cwndBefore = cwndBefore;
    copy.deliveredInRecovery = deliveredInRecovery;
    copy.sentInRecovery = sentInRecovery;
    copy.rackAt = rackAt;
    copy.rackEnd = rackEnd;
    copy.rackRtt = rackRtt;
    copy.leastRtt = leastRtt;
    copy.lossProbed = lossProbed;
    copy.confirms = confirms;
  }

  private void copyReceiving(TcpSocket copy) {
    copy.rcvNxt = rcvNxt;
    copy.rcvWup = rcvWup;
    copy.rcvWnd = rcvWnd;
    copy.rcvScale = rcvScale;
    copy.windowLimit = windowLimit;
    copy.rcvMss = rcvMss;
    copy.unread = unread;
    copy.received = new ArrayDeque<>(received);
    copy.early = new TreeMap<>(early);
    copy.sackBlocks = sackBlocks;
    copy.twice = twice;
    copy.earlyFin = earlyFin;
    copy.finSeq = finSeq;
    copy.timestamps = timestamps;
    copy.sack = sack;
    copy.scaling = scaling;
    copy.tsOffset = tsOffset;
    copy.tsRecent = tsRecent;
    copy.ackScheduled = ackScheduled;
    copy.ackAtOnce = ackAtOnce;
    copy.quickAcks = quickAcks;
    copy.pingpong = pingpong;
    copy.ackTimeout = ackTimeout;
    copy.lastReceived = lastReceived;
  }

  private void copyTiming(TcpSocket copy) {
    copy.srtt = srtt;
    copy.rttvar = rttvar;
    copy.rto = rto;
    copy.backoff = backoff;
    copy.retransmits = retransmits;
    copy.timeouts = timeouts;
    copy.retransmitAt = retransmitAt;
    copy.lossProbeAt = lossProbeAt;
    copy.reorderAt = reorderAt;
    copy.windowProbeAt = windowProbeAt;
    copy.delayedAckAt = delayedAckAt;
    copy.expiresAt = expiresAt;
    copy.alarmAt = alarmAt;
  }

  public TcpState state() {
    return state;
  }

  /** Bytes that wait to be read. */
  public int unread() {
    return unread;
  }

  /** Bytes that are not yet acknowledged, sent or not: ss's Send-Q. */
  public int unacknowledged() {
    boolean none = state == TcpState.TIME_WAIT || state == TcpState.SYN_RECV;
    return none ? 0 : writeSeq - sndUna;
  }

  /** The peer has closed its side and everything it sent has been read. */
  public boolean atEnd() {
    return receiveShut && unread == 0;
  }

  /** Both directions are over: what poll calls a hang-up. */
  public boolean hungUp() {
    return state == TcpState.CLOSED || receiveShut && sendShut;
  }

  /** Whether an error waits to be told: what poll calls an error. */
  public boolean failed() {
    return pending.isPresent();
  }

  @Override
  public boolean hasNews() {
    return unread > 0 || receiveShut || state == TcpState.CLOSED || super.hasNews();
  }

  /** Bytes handed over by the program but not sent yet. */
  int unsentBytes() {
    return writeSeq - sndNxt;
  }

  /** Full segments on their way: tcp_packets_in_flight. */
  int inFlight() {
    int packets = 0;
    for (TcpSegment each : sent) {
      packets += each.lost() || each.sacked() ? 0 : each.packets(mss);
    }
    return packets;
  }

  @Override
  protected void wake(World world) {
    if (!orphan && listener == 0) {
      super.wake(world);
    }
  }
}
