package vethlab.sim.socket;

import vethlab.sim.Alarm;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.IpSend;
import vethlab.sim.neigh.NeighOutput;
import vethlab.wire.Bytes;
import vethlab.wire.Tcp;
import vethlab.wire.TcpOptions;

/**
 * What a connection sends: net/ipv4/tcp_output.c. Not modelled: pacing, the auto-sizing of bursts
 * by it, urgent data, Fast Open, MTU probing.
 */
final class TcpOutput {
  /** The most segments that leave as one for the device to cut: 64 KiB. */
  private static final int MOST_BYTES_AT_ONCE = 65_000;

  /** Between two segments of one send, in nanoseconds. */
  static final long SPACING = 60_000;

  /** net.ipv4.tcp_rmem's and rmem_max's largest, from which the scale follows. */
  static final int WINDOW_SCALE = 10;

  /** Half of tcp_rmem's default: what a connection may hold unread at first. */
  private static final int RECEIVE_SPACE = 65536;

  private TcpOutput() {}

  // --- the handshake -----------------------------------------------------------------------------

  /** tcp_connect_init: what this side offers. {@code room} is what a segment has beside options. */
  static void offerWindow(TcpSocket s, int room) {
    int space = RECEIVE_SPACE;
    if (space > room) {
      space -= space % room;
    }
    s.windowLimit = Math.min(space, 65535);
    s.rcvWnd = s.windowLimit;
    s.rcvScale = s.scaling ? WINDOW_SCALE : 0;
  }

  /** tcp_syn_options, tcp_synack_options. */
  static void sendSyn(World world, TcpSocket s, int flags) {
    long ecr = (flags & Tcp.ACK) != 0 ? s.tsRecent : 0;
    TcpOptions options =
        new TcpOptions(
            s.advertisedMss,
            s.scaling ? WINDOW_SCALE : -1,
            s.sack,
            s.timestamps ? stamp(world, s) : -1,
            s.timestamps ? ecr : -1);
    int ack = (flags & Tcp.ACK) != 0 ? s.rcvNxt : 0;
    int window = Math.min(s.rcvWnd, 65535);
    put(
        world,
        s,
        new Tcp(s.localPort, s.peerPort, s.iss, ack, flags, window, options, Bytes.EMPTY));
  }

  // --- acknowledgements and resets
  // -----------------------------------------------------------------

  static void sendAck(World world, TcpSocket s) {
    if (s.state == TcpState.CLOSED) {
      return;
    }
    transmit(world, s, s.sndNxt, Tcp.ACK, Bytes.EMPTY);
  }

  /** tcp_send_active_reset: the connection is torn down from this side. */
  static void sendReset(World world, TcpSocket s) {
    transmit(world, s, s.sndNxt, Tcp.RST | Tcp.ACK, Bytes.EMPTY);
  }

  // --- data --------------------------------------------------------------------------------------

  /** Takes bytes from the program; they go out as soon as they may. */
  static void write(World world, TcpSocket s, Bytes data) {
    TcpSegment last = s.unsent.peekLast();
    int goal = Math.max(s.mss, Math.min(MOST_BYTES_AT_ONCE, s.maxWindow / 2) / s.mss * s.mss);
    if (last != null && !last.isFin() && last.data().length() + data.length() <= goal) {
      s.unsent.removeLast();
      s.unsent.add(last.plus(data, Tcp.PSH));
    } else {
      int at = 0;
      while (at < data.length()) {
        int end = Math.min(data.length(), at + goal);
        int push = end == data.length() ? Tcp.PSH : 0;
        s.unsent.add(TcpSegment.waiting(s.writeSeq + at, data.slice(at, end), push));
        at = end;
      }
    }
    s.writeSeq += data.length();
    push(world, s, Nagle.ON);
  }

  /** tcp_send_fin: with the last data that waits, or alone. */
  static void sendFin(World world, TcpSocket s) {
    TcpSegment last = s.unsent.peekLast();
    if (last != null) {
      s.unsent.removeLast();
      s.unsent.add(last.plus(Bytes.EMPTY, Tcp.FIN));
    } else {
      s.unsent.add(TcpSegment.waiting(s.writeSeq, Bytes.EMPTY, Tcp.FIN));
    }
    s.writeSeq++;
    push(world, s, Nagle.OFF);
  }

  /** Whether a small segment waits while another small one is on its way. */
  enum Nagle {
    ON,
    OFF
  }

  /** tcp_write_xmit: as much as congestion and the peer's window allow. */
  static void push(World world, TcpSocket s, Nagle nagle) {
    boolean any = false;
    while (!s.unsent.isEmpty()) {
      int quota = Math.min(s.cwnd - s.inFlight(), Math.max(s.cwnd / 2, 1));
      if (quota <= 0) {
        break;
      }
      TcpSegment next = s.unsent.peek();
      int room = s.sndUna + s.sndWnd - next.seq();
      int length = next.data().length();
      boolean fits = Math.min(length, s.mss) + (next.isFin() && length <= s.mss ? 1 : 0) <= room;
      if (!fits || length < s.mss && holds(s, next, nagle)) {
        break;
      }
      int limit = split(s, next, quota, room, nagle);
      s.unsent.poll();
      if (limit < length) {
        s.unsent.addFirst(next.tail(limit));
        next = next.head(limit);
      }
      sendNew(world, s, next);
      any = true;
    }
    if (any) {
      TcpTimers.sentData(world, s);
    } else if (!s.unsent.isEmpty() && s.sent.isEmpty()) {
      TcpTimers.startWindowProbe(world, s);
    }
  }

  /** A segment of what waits, small or not, if the peer's window takes it: a loss probe. */
  static boolean pushOne(World world, TcpSocket s) {
    TcpSegment next = s.unsent.peek();
    if (next == null) {
      return false;
    }
    int length = Math.min(next.data().length(), s.mss);
    if (TcpSeq.after(next.seq() + length, s.sndUna + s.sndWnd)) {
      return false;
    }
    s.unsent.poll();
    if (length < next.data().length()) {
      s.unsent.addFirst(next.tail(length));
      next = next.head(length);
    }
    sendNew(world, s, next);
    return true;
  }

  /** tcp_nagle_check, Minshall's form. */
  private static boolean holds(TcpSocket s, TcpSegment next, Nagle nagle) {
    return nagle == Nagle.ON
        && !next.isFin()
        && !s.sent.isEmpty()
        && TcpSeq.after(s.sndSmall, s.sndUna)
        && !TcpSeq.after(s.sndSmall, s.sndNxt);
  }

  /** tcp_mss_split_point: how much of it may go as one. */
  private static int split(TcpSocket s, TcpSegment next, int quota, int room, Nagle nagle) {
    int length = next.data().length();
    if (length <= s.mss) {
      return length;
    }
    int most = Math.min(quota, Math.max(1, MOST_BYTES_AT_ONCE / s.mss)) * s.mss;
    int needed = Math.min(length, room);
    if (most <= needed) {
      return most;
    }
    int partial = needed % s.mss;
    return partial != 0 && (needed < length || holds(s, next, nagle)) ? needed - partial : needed;
  }

  private static void sendNew(World world, TcpSocket s, TcpSegment segment) {
    if (segment.data().length() % s.mss != 0) {
      s.sndSmall = segment.end();
    }
    s.sent.add(segment.sent(world.now()));
    s.sentInRecovery += s.recovery == TcpRecovery.State.RECOVERY ? segment.packets(s.mss) : 0;
    s.sndNxt = segment.end();
    TcpAcks.replySent(world, s, segment);
    s.outgoing.add(segment);
    if (s.outgoing.size() == 1 && world.now() >= s.freeAt) {
      transmitNext(world, s);
    } else if (s.outgoing.size() == 1) {
      world.schedule(s.freeAt, new Next(s.netns, s.id));
    }
  }

  /**
   * Each segment is on its way, and has been answered, before the next one leaves: on virtual links
   * a send does not return earlier.
   */
  private record Next(int netns, int socket) implements Alarm {
    @Override
    public void fire(World world) {
      Sockets.find(world, netns, socket)
          .filter(TcpSocket.class::isInstance)
          .map(TcpSocket.class::cast)
          .ifPresent(s -> transmitNext(world, s));
    }
  }

  private static void transmitNext(World world, TcpSocket s) {
    TcpSegment segment = s.outgoing.poll();
    if (segment == null) {
      return;
    }
    s.freeAt = world.now() + SPACING;
    if (s.state != TcpState.CLOSED && TcpSeq.after(segment.end(), s.sndUna)) {
      transmit(world, s, segment);
    }
    if (!s.outgoing.isEmpty()) {
      world.schedule(s.freeAt, new Next(s.netns, s.id));
    }
  }

  /** Sends a segment again: __tcp_retransmit_skb; of a burst, its first segment. */
  static void sendAgain(World world, TcpSocket s, TcpSegment segment) {
    if (segment.isSyn()) {
      sendSyn(world, s, s.state == TcpState.SYN_SENT ? Tcp.SYN : Tcp.SYN | Tcp.ACK);
      return;
    }
    transmit(world, s, segment);
  }

  private static void transmit(World world, TcpSocket s, TcpSegment segment) {
    int burst = segment.data().length() > s.mss ? Tcp.PSH : 0;
    transmit(world, s, segment.seq(), segment.flags() | burst | Tcp.ACK, segment.data());
  }

  static void transmit(World world, TcpSocket s, int seq, int flags, Bytes data) {
    selectWindow(s);
    TcpOptions options =
        TcpSacks.put(
            s, s.timestamps ? TcpOptions.timestamps(stamp(world, s), s.tsRecent) : TcpOptions.NONE);
    int window = (flags & Tcp.RST) != 0 ? 0 : Math.min(s.rcvWnd >> s.rcvScale, 65535);
    s.rcvWup = s.rcvNxt;
    s.ackScheduled = false;
    s.ackAtOnce = false;
    s.delayedAckAt = TcpSocket.NEVER;
    if (s.quickAcks > 0) {
      s.quickAcks--;
    }
    Tcp tcp = new Tcp(s.localPort, s.peerPort, seq, s.rcvNxt, flags, window, options, data);
    put(world, s, data.length() > s.mss ? tcp.withSegmentSize(s.mss) : tcp);
  }

  /** tcp_select_window: never takes back what was offered. */
  private static void selectWindow(TcpSocket s) {
    int offered = s.rcvWup + s.rcvWnd - s.rcvNxt;
    int free = Math.max(0, s.windowLimit - s.unread);
    if (free < Math.min(s.rcvMss, s.windowLimit / 2)) {
      free = 0;
    }
    int unit = 1 << s.rcvScale;
    s.rcvWnd = Math.max(offered, (free + unit - 1) / unit * unit);
  }

  /** The window that would be offered now. */
  static int freeWindow(TcpSocket s) {
    return Math.max(0, s.windowLimit - s.unread);
  }

  static int offeredWindow(TcpSocket s) {
    return Math.max(0, s.rcvWup + s.rcvWnd - s.rcvNxt);
  }

  private static long stamp(World world, TcpSocket s) {
    return (world.now() / 1_000_000 + s.tsOffset) & 0xffff_ffffL;
  }

  private static void put(World world, TcpSocket s, Tcp tcp) {
    if (!world.hasNetns(s.netns)) {
      return;
    }
    Netns netns = world.netns(s.netns);
    if (IpSend.send(world, netns, TcpRoutes.request(s), tcp) instanceof IpSend.Outcome.Ok ok
        && s.confirms) {
      s.confirms = false;
      NeighOutput.confirm(world, netns, ok.route().outDev(), TcpRoutes.nextHop(ok.route(), s.peer));
    }
  }
}
