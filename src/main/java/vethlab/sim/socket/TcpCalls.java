package vethlab.sim.socket;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.TimerWheel;
import vethlab.sim.World;
import vethlab.sim.ipv4.IpSend;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.wire.Bytes;
import vethlab.wire.Ip4;
import vethlab.wire.Tcp;

/**
 * The system calls on TCP sockets as programs make them: net/ipv4/tcp.c, af_inet.c,
 * inet_connection_sock.c. None of them waits: the owner is woken when something has changed.
 */
public final class TcpCalls {
  /** Half of tcp_wmem's usual growth: what may wait to be acknowledged before write waits. */
  private static final int SEND_SPACE = 256 * 1024;

  private TcpCalls() {}

  public static TcpSocket open(World world, Netns netns, int task, long token) {
    TcpSocket socket = new TcpSocket(world.nextSocket(), netns.id, task, token);
    netns.sockets.add(socket);
    return socket;
  }

  public static TcpListener openListener(World world, Netns netns, int task, long token) {
    TcpListener socket = new TcpListener(world.nextSocket(), netns.id, task, token);
    netns.sockets.add(socket);
    return socket;
  }

  /** bind(2); port 0 takes a free one. */
  public static Optional<Errno> bind(
      World world, Netns netns, TcpSocket socket, Ip4 address, int port) {
    Optional<Errno> wrong = Sockets.checkLocal(world, netns, socket.boundDev, address);
    if (wrong.isPresent()) {
      return wrong;
    }
    if (port != 0 && TcpPorts.isTaken(netns, socket, address, port)) {
      return Optional.of(Errno.EADDRINUSE);
    }
    socket.local = address;
    socket.localPort = port != 0 ? port : TcpPorts.free(world, netns);
    netns.sockets.bound(socket);
    return Optional.empty();
  }

  /** bind(2) with SO_REUSEADDR and SO_REUSEPORT, then listen(2). */
  public static Optional<Errno> listen(
      World world, Netns netns, TcpListener socket, Ip4 address, int port, int backlog) {
    Optional<Errno> wrong = Sockets.checkLocal(world, netns, socket.boundDev, address);
    if (wrong.isPresent()) {
      return wrong;
    }
    if (port != 0 && TcpPorts.isTaken(netns, socket, address, port)) {
      return Optional.of(Errno.EADDRINUSE);
    }
    socket.local = address;
    socket.localPort = port != 0 ? port : TcpPorts.free(world, netns);
    socket.backlog = backlog;
    netns.sockets.bound(socket);
    return Optional.empty();
  }

  /** connect(2) without waiting: empty means that a SYN is on its way. */
  public static Optional<Errno> connect(World world, Netns netns, TcpSocket s, Ip4 peer, int port) {
    s.peer = peer.isAny() ? Ip4.LOOPBACK : peer;
    return switch (IpSend.route(world, netns, TcpRoutes.request(s))) {
      case IpSend.Outcome.Failed failed -> Optional.of(failed.errno());
      case IpSend.Outcome.Ok ok -> {
        RouteType type = ok.route().type();
        if (type == RouteType.BROADCAST || type == RouteType.MULTICAST) {
          yield Optional.of(Errno.ENETUNREACH);
        }
        yield start(world, netns, s, ok, port);
      }
    };
  }

  private static Optional<Errno> start(
      World world, Netns netns, TcpSocket s, IpSend.Outcome.Ok ok, int port) {
    s.local = s.local.isAny() ? ok.src() : s.local;
    s.peerPort = port;
    if (s.localPort == 0) {
      s.localPort = TcpPorts.free(world, netns);
    }
    if (netns.sockets.connection(s.local, s.localPort, s.peer, port).isPresent()) {
      s.peerPort = 0;
      return Optional.of(Errno.EADDRNOTAVAIL);
    }
    wish(netns, s);
    s.advertisedMss = TcpRoutes.advertisedMss(world, ok.route());
    s.peerMss = s.advertisedMss;
    TcpRoutes.syncMss(s, TcpRoutes.mtu(world, ok.route()));
    TcpOutput.offerWindow(s, s.advertisedMss);
    s.state = TcpState.SYN_SENT;
    begin(world, s);
    netns.sockets.bound(s);
    TcpOutput.sendSyn(world, s, Tcp.SYN);
    s.retransmitAt = TimerWheel.expiry(world.now(), s.rto);
    TcpTimers.arm(world, s);
    return Optional.empty();
  }

  /** What this side would like to use: net.ipv4.tcp_timestamps and its like. */
  static void wish(Netns netns, TcpSocket s) {
    s.timestamps = netns.sysctls.get(NetSysctl.TCP_TIMESTAMPS) != 0;
    s.sack = netns.sysctls.get(NetSysctl.TCP_SACK) != 0;
    s.scaling = netns.sysctls.get(NetSysctl.TCP_WINDOW_SCALING) != 0;
  }

  /** The first sequence number, and a SYN that waits to be acknowledged. */
  static void begin(World world, TcpSocket s) {
    s.iss = (int) world.nextRandom();
    s.tsOffset = (int) (world.nextRandom() >>> 33);
    s.sndUna = s.iss;
    s.sndSmall = s.iss;
    s.sndNxt = s.iss + 1;
    s.writeSeq = s.iss + 1;
    s.sent.add(TcpSegment.waiting(s.iss, Bytes.EMPTY, Tcp.SYN).sent(world.now()));
  }

  /** accept(2): the next connection that is made, with the listener's owner. */
  public static Optional<TcpSocket> accept(World world, TcpListener listener) {
    Integer id = listener.accepted.poll();
    if (id == null || !world.hasNetns(listener.netns)) {
      return Optional.empty();
    }
    Optional<TcpSocket> socket = world.netns(listener.netns).sockets.tcp(id);
    socket.ifPresent(s -> s.listener = 0);
    return socket;
  }

  /** When the last of what was sent is with the device: send(2) does not return before. */
  public static long busyUntil(TcpSocket s) {
    return s.freeAt + s.outgoing.size() * TcpOutput.SPACING;
  }

  /** Whether send(2) takes something without waiting. */
  public static boolean writable(TcpSocket s) {
    return s.writeSeq - s.sndUna < SEND_SPACE;
  }

  /** send(2). */
  public static Optional<Errno> send(World world, TcpSocket s, Bytes data) {
    if (s.pending.isPresent()) {
      return s.takePending();
    }
    if (s.sendShut || !s.state.maySend()) {
      return Optional.of(Errno.EPIPE);
    }
    TcpOutput.write(world, s, data);
    return Optional.empty();
  }

  /** recv(2): what is there, at most this many bytes. */
  public static Bytes receive(World world, TcpSocket s, int max) {
    int length = Math.min(max, s.unread);
    if (length == 0) {
      return Bytes.EMPTY;
    }
    byte[] read = new byte[length];
    int at = 0;
    while (at < length) {
      Bytes first = s.received.poll();
      int taken = Math.min(first.length(), length - at);
      first.slice(0, taken).copyTo(read, at);
      if (taken < first.length()) {
        s.received.addFirst(first.slice(taken, first.length()));
      }
      at += taken;
    }
    s.unread -= length;
    TcpAcks.afterRead(world, s);
    return Bytes.wrap(read);
  }

  /** shutdown(2) with SHUT_WR. */
  public static void shutdownSend(World world, TcpSocket s) {
    TcpClose.shutdownSend(world, s);
  }

  /** shutdown(2) with SHUT_RD: nothing is read any more, the peer is not told. */
  public static void shutdownReceive(TcpSocket s) {
    s.receiveShut = true;
  }
}
