package vethlab.sim.socket;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.wire.Bytes;

/** How connections end: net/ipv4/tcp.c tcp_close, tcp_shutdown, tcp_done; tcp_input.c tcp_reset. */
final class TcpClose {
  private TcpClose() {}

  /** The program lets go of the socket. Unread data turns the goodbye into a reset. */
  static void close(World world, TcpSocket s) {
    s.orphan = true;
    s.receiveShut = true;
    boolean unread = s.unread > 0;
    s.received.clear();
    s.unread = 0;
    switch (s.state) {
      case CLOSED, LISTEN -> remove(world, s);
      case TIME_WAIT -> {}
      case SYN_SENT -> done(world, s);
      default -> {
        if (unread) {
          TcpOutput.sendReset(world, s);
          done(world, s);
        } else {
          sendFin(world, s);
          settle(world, s);
        }
      }
    }
  }

  /** shutdown(2) of the sending side. */
  static void shutdownSend(World world, TcpSocket s) {
    s.sendShut = true;
    sendFin(world, s);
  }

  /** tcp_close_state: the FIN and the state that follows it. */
  private static void sendFin(World world, TcpSocket s) {
    TcpState next =
        switch (s.state) {
          case SYN_RECV, ESTABLISHED -> TcpState.FIN_WAIT1;
          case CLOSE_WAIT -> TcpState.LAST_ACK;
          default -> s.state;
        };
    if (next != s.state) {
      s.state = next;
      s.sendShut = true;
      TcpOutput.sendFin(world, s);
    }
  }

  /** What becomes of a connection nobody holds any more. */
  static void settle(World world, TcpSocket s) {
    if (s.orphan && s.state == TcpState.FIN_WAIT2) {
      s.expiresAt =
          world.now() + TcpTimers.sysctl(world, s, NetSysctl.TCP_FIN_TIMEOUT) * TcpTimers.SECOND;
      TcpTimers.arm(world, s);
    } else if (s.orphan && s.state == TcpState.CLOSED) {
      remove(world, s);
    }
  }

  /** A reset has come: what the program is told depends on the state. tcp_reset. */
  static void reset(World world, TcpSocket s) {
    Errno errno =
        switch (s.state) {
          case SYN_SENT -> Errno.ECONNREFUSED;
          case CLOSE_WAIT -> Errno.EPIPE;
          default -> Errno.ECONNRESET;
        };
    s.sent.clear();
    s.unsent.clear();
    failed(world, s, errno);
  }

  static void timedOut(World world, TcpSocket s) {
    failed(world, s, TcpTimers.timeoutError(s));
  }

  static void failed(World world, TcpSocket s, Errno errno) {
    s.pending = Optional.of(errno);
    done(world, s);
  }

  /** tcp_done: the connection is over. */
  static void done(World world, TcpSocket s) {
    TcpTimers.stop(s);
    s.state = TcpState.CLOSED;
    s.receiveShut = true;
    s.sendShut = true;
    s.sent.clear();
    s.unsent.clear();
    s.early.clear();
    forget(world, s);
    if (s.orphan || s.listener != 0) {
      remove(world, s);
    } else {
      s.wake(world);
    }
  }

  /** Its timer ran out: TIME_WAIT, an orphan's FIN_WAIT2. */
  static void expired(World world, TcpSocket s) {
    s.state = TcpState.CLOSED;
    forget(world, s);
    if (s.orphan) {
      remove(world, s);
    }
  }

  /** The listener is closed: what waited in its queues is reset. inet_csk_listen_stop. */
  static void closeListener(World world, TcpListener listener) {
    Netns netns = world.netns(listener.netns);
    for (int id : listener.accepted) {
      netns.sockets.tcp(id).ifPresent(s -> abandon(world, s));
    }
    listener.accepted.clear();
    for (TcpSocket each : netns.sockets.connections()) {
      if (each.listener == listener.id) {
        TcpTimers.stop(each);
        remove(world, each);
      }
    }
  }

  private static void abandon(World world, TcpSocket s) {
    s.listener = 0;
    s.orphan = true;
    if (s.state != TcpState.CLOSED && s.state != TcpState.TIME_WAIT) {
      TcpOutput.transmit(
          world, s, s.sndNxt, vethlab.wire.Tcp.RST | vethlab.wire.Tcp.ACK, Bytes.EMPTY);
    }
    done(world, s);
  }

  /** It is no longer found by segments, but its owner still holds it. */
  private static void forget(World world, TcpSocket s) {
    if (world.hasNetns(s.netns)) {
      world.netns(s.netns).sockets.forget(s);
      if (s.listener != 0) {
        world.netns(s.netns).sockets.listener(s.listener).ifPresent(l -> dropped(l, s));
      }
    }
  }

  private static void dropped(TcpListener listener, TcpSocket s) {
    if (!listener.accepted.remove(s.id)) {
      listener.halfOpen--;
    }
  }

  private static void remove(World world, TcpSocket s) {
    if (world.hasNetns(s.netns)) {
      world.netns(s.netns).sockets.remove(s);
    }
  }
}
