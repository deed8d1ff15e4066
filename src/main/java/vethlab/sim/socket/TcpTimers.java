package vethlab.sim.socket;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.sim.Alarm;
import vethlab.sim.TimerWheel;
import vethlab.sim.World;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.wire.Bytes;
import vethlab.wire.Tcp;

/**
 * What happens to a connection when time passes: net/ipv4/tcp_timer.c, and tcp_input.c's estimate
 * of the round trip. Not modelled: keepalive probes, thin streams, user timeouts.
 */
final class TcpTimers {
  static final long SECOND = 1_000_000_000L;
  static final long INITIAL_RTO = SECOND;
  private static final long MILLI = 1_000_000L;
  private static final long LEAST_RTO = 200 * MILLI;

  /** TCP_TIMEOUT_MIN. */
  static final long LEAST_WAIT = 2 * MILLI;

  private static final long MOST_RTO = 120 * SECOND;
  private static final long TIME_WAIT = 60 * SECOND;

  private TcpTimers() {}

  /** Fires at the earliest of a socket's deadlines; late ones find another time in the socket. */
  private record Due(int netns, int socket, long at) implements Alarm {
    @Override
    public void fire(World world) {
      Sockets.find(world, netns, socket)
          .filter(TcpSocket.class::isInstance)
          .map(TcpSocket.class::cast)
          .filter(s -> s.alarmAt == at)
          .ifPresent(s -> due(world, s));
    }
  }

  /** Sees to it that the earliest deadline is kept. */
  static void arm(World world, TcpSocket s) {
    long next = Math.min(s.retransmitAt, Math.min(s.delayedAckAt, s.expiresAt));
    next = Math.min(next, Math.min(s.lossProbeAt, s.windowProbeAt));
    next = Math.min(next, s.reorderAt);
    if (next < s.alarmAt) {
      s.alarmAt = next;
      world.schedule(next, new Due(s.netns, s.id, next));
    }
  }

  private static void due(World world, TcpSocket s) {
    s.alarmAt = TcpSocket.NEVER;
    long now = world.now();
    if (s.expiresAt <= now) {
      s.expiresAt = TcpSocket.NEVER;
      TcpClose.expired(world, s);
    }
    if (s.delayedAckAt <= now) {
      TcpAcks.delayedAckDue(world, s);
    }
    if (s.lossProbeAt <= now) {
      probeLoss(world, s);
    }
    if (s.reorderAt <= now) {
      TcpRecovery.reorderDue(world, s);
    }
    if (s.retransmitAt <= now) {
      retransmit(world, s);
    }
    if (s.windowProbeAt <= now) {
      probeWindow(world, s);
    }
    arm(world, s);
  }

  /** tcp_init_timeouts and the end of a connection. */
  static void stop(TcpSocket s) {
    s.retransmitAt = TcpSocket.NEVER;
    s.lossProbeAt = TcpSocket.NEVER;
    s.reorderAt = TcpSocket.NEVER;
    s.windowProbeAt = TcpSocket.NEVER;
    s.delayedAckAt = TcpSocket.NEVER;
    s.expiresAt = TcpSocket.NEVER;
  }

  static void enterTimeWait(World world, TcpSocket s) {
    stop(s);
    s.state = TcpState.TIME_WAIT;
    s.sent.clear();
    s.unsent.clear();
    s.expiresAt = world.now() + TIME_WAIT;
    arm(world, s);
  }

  // --- round trips -------------------------------------------------------------------------------

  /** tcp_rtt_estimator, tcp_set_rto: {@code rtt} in nanoseconds. */
  static void measured(TcpSocket s, long rtt) {
    if (s.srtt == 0) {
      s.srtt = Math.max(rtt, 1);
      s.rttvar = rtt / 2;
    } else {
      long error = rtt - s.srtt;
      s.srtt += error / 8;
      s.rttvar += (Math.abs(error) - s.rttvar) / 4;
    }
    setRto(s);
  }

  static void setRto(TcpSocket s) {
    long base = s.srtt == 0 ? INITIAL_RTO : s.srtt + Math.max(4 * s.rttvar, LEAST_RTO);
    s.rto = Math.min(base, MOST_RTO);
  }

  /** Something new was sent: the timers run from now. */
  static void sentData(World world, TcpSocket s) {
    if (s.retransmitAt == TcpSocket.NEVER) {
      s.retransmitAt = TimerWheel.expiry(world.now(), s.rto);
    }
    scheduleLossProbe(world, s);
    arm(world, s);
  }

  /** tcp_rearm_rto: after an acknowledgement of something new. */
  static void rearm(World world, TcpSocket s) {
    s.lossProbeAt = TcpSocket.NEVER;
    s.retransmitAt = s.sent.isEmpty() ? TcpSocket.NEVER : TimerWheel.expiry(world.now(), s.rto);
    if (!s.sent.isEmpty()) {
      scheduleLossProbe(world, s);
    }
    arm(world, s);
  }

  // --- retransmission ----------------------------------------------------------------------------

  private static void retransmit(World world, TcpSocket s) {
    s.retransmitAt = TcpSocket.NEVER;
    s.lossProbeAt = TcpSocket.NEVER;
    if (s.sent.isEmpty()) {
      return;
    }
    if (gaveUp(world, s)) {
      TcpClose.timedOut(world, s);
      return;
    }
    s.timeouts++;
    s.retransmits++;
    if (s.state.isSynchronized()) {
      TcpRecovery.timedOut(s);
      TcpRecovery.sendFirst(world, s);
    } else if (!TcpRoutes.isStillQueued(world, s)) {
      TcpOutput.sendAgain(world, s, s.sent.getFirst());
    }
    boolean linear =
        s.state == TcpState.SYN_SENT
            && s.timeouts <= sysctl(world, s, NetSysctl.TCP_SYN_LINEAR_TIMEOUTS);
    if (!linear) {
      s.backoff++;
      s.rto = Math.min(s.rto * 2, MOST_RTO);
    }
    s.retransmitAt = TimerWheel.expiry(world.now(), s.rto);
  }

  /**
   * A request's timer: it goes off right behind that of the caller, which sits in the same slot.
   */
  static void awaitHandshake(World world, TcpSocket s) {
    s.retransmitAt = TimerWheel.expiry(world.now(), s.rto) + 1000;
    arm(world, s);
  }

  /** tcp_write_timeout. */
  private static boolean gaveUp(World world, TcpSocket s) {
    return switch (s.state) {
      case SYN_SENT ->
          s.retransmits
              >= sysctl(world, s, NetSysctl.TCP_SYN_RETRIES)
                  + sysctl(world, s, NetSysctl.TCP_SYN_LINEAR_TIMEOUTS);
      case SYN_RECV -> s.retransmits >= sysctl(world, s, NetSysctl.TCP_SYNACK_RETRIES);
      default -> {
        int most = sysctl(world, s, NetSysctl.TCP_RETRIES2);
        if (s.orphan) {
          most = Math.min(most, Math.max(8, sysctl(world, s, NetSysctl.TCP_ORPHAN_RETRIES)));
        }
        yield s.retransmits >= most;
      }
    };
  }

  // --- tail loss probe ---------------------------------------------------------------------------

  /** tcp_schedule_loss_probe: sooner than the timeout, one try for the last segment. */
  private static void scheduleLossProbe(World world, TcpSocket s) {
    boolean open =
        s.sack
            && s.recovery == TcpRecovery.State.OPEN
            && s.state.isSynchronized()
            && !s.lossProbed
            && s.sent.stream().noneMatch(TcpSegment::sacked);
    if (!open || s.sent.isEmpty() || s.srtt == 0) {
      return;
    }
    long wait = 2 * s.srtt + (s.sent.size() == 1 ? LEAST_RTO : LEAST_WAIT);
    s.lossProbeAt = TimerWheel.expiry(world.now(), Math.min(wait, s.rto));
    s.retransmitAt = TcpSocket.NEVER;
  }

  private static void probeLoss(World world, TcpSocket s) {
    s.lossProbeAt = TcpSocket.NEVER;
    if (!s.sent.isEmpty()) {
      s.lossProbed = true;
      TcpRecovery.probe(world, s);
      s.retransmitAt = TimerWheel.expiry(world.now(), s.rto);
    }
  }

  // --- a closed window ---------------------------------------------------------------------------

  /** tcp_check_probe_timer: something waits, nothing is on its way, the window is closed. */
  static void startWindowProbe(World world, TcpSocket s) {
    if (s.windowProbeAt == TcpSocket.NEVER && s.retransmitAt == TcpSocket.NEVER) {
      s.windowProbeAt = world.now() + s.rto;
      arm(world, s);
    }
  }

  /** tcp_xmit_probe_skb: a number from before the window, which the peer answers. */
  private static void probeWindow(World world, TcpSocket s) {
    s.windowProbeAt = TcpSocket.NEVER;
    if (s.unsent.isEmpty() || !s.sent.isEmpty() || s.state == TcpState.CLOSED) {
      return;
    }
    if (s.backoff >= sysctl(world, s, NetSysctl.TCP_RETRIES2) && s.orphan) {
      TcpClose.timedOut(world, s);
      return;
    }
    TcpOutput.transmit(world, s, s.sndUna - 1, Tcp.ACK, Bytes.EMPTY);
    s.backoff++;
    s.windowProbeAt = world.now() + Math.min(s.rto << Math.min(s.backoff, 10), MOST_RTO);
  }

  static int sysctl(World world, TcpSocket s, NetSysctl key) {
    return world.hasNetns(s.netns) ? world.netns(s.netns).sysctls.get(key) : 0;
  }

  /** What a connection that timed out tells its program: the last ICMP error, else ETIMEDOUT. */
  static Errno timeoutError(TcpSocket s) {
    Optional<Errno> soft = s.softError;
    return soft.orElse(Errno.ETIMEDOUT);
  }
}
