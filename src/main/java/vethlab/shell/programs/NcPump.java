package vethlab.shell.programs;

import java.util.Arrays;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.shell.Process;
import vethlab.shell.Signal;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.IpSend;
import vethlab.sim.socket.Received;
import vethlab.sim.socket.Socket;
import vethlab.sim.socket.Sockets;
import vethlab.sim.socket.TcpCalls;
import vethlab.sim.socket.TcpSocket;
import vethlab.sim.socket.UdpSocket;
import vethlab.wire.Bytes;
import vethlab.wire.Udp;

/**
 * nc's readwrite(): from standard input to the network and from the network to standard output, one
 * round of its poll loop at a time.
 */
final class NcPump {
  private static final int BUFFER = 16384;
  private static final long NEVER = Long.MAX_VALUE;

  /** What came of a round. */
  enum Round {
    WORKED,
    IDLE,
    FINISHED
  }

  private final NcOptions options;
  private boolean stdin;
  private boolean stdout = true;
  private boolean netIn = true;
  private boolean netOut = true;
  private byte[] fromStdin = {};
  private byte[] fromNet = {};
  private long received;
  private long idleSince = NEVER;
  private long quitAt = NEVER;

  NcPump(NcOptions options) {
    this.options = options;
    stdin = !options.has('d');
  }

  NcPump copy() {
    NcPump copy = new NcPump(options);
    copy.stdin = stdin;
    copy.stdout = stdout;
    copy.netIn = netIn;
    copy.netOut = netOut;
    copy.fromStdin = fromStdin;
    copy.fromNet = fromNet;
    copy.received = received;
    copy.idleSince = idleSince;
    copy.quitAt = quitAt;
    return copy;
  }

  /** Whether poll would return at once because of standard input. */
  boolean inputReady(Process process) {
    return stdin && fromStdin.length < BUFFER && process.in().hasMore();
  }

  Round round(Process process, Socket socket) {
    if (stdout && process.readerGone(1)) {
      outputClosed();
    }
    if (process.now() >= quitAt || isOver()) {
      return Round.FINISHED;
    }
    if (socket.takeRefusal()) {
      netOut = false;
      stdin = false;
    }
    Poll poll = Poll.of(socket);
    boolean input = inputReady(process);
    boolean ready =
        input
            || poll.error()
            || poll.hangUp()
            || netIn && poll.readable() && fromNet.length < BUFFER
            || netOut && poll.writable() && fromStdin.length > 0
            || stdout && fromNet.length > 0;
    if (!ready) {
      return idle(process);
    }
    idleSince = NEVER;
    troubles(poll, process, socket);
    work(process, socket, poll, input);
    return Round.WORKED;
  }

  private boolean isOver() {
    boolean empty = fromStdin.length == 0 && fromNet.length == 0;
    return !stdin && !netIn && empty || !netOut && !stdout || options.listens() && !netIn && empty;
  }

  private Round idle(Process process) {
    if (idleSince == NEVER) {
      idleSince = process.now();
      if (options.timeout() > 0) {
        process.wakeAt(idleSince + options.timeout());
      }
      return Round.IDLE;
    }
    boolean late = options.timeout() > 0 && process.now() >= idleSince + options.timeout();
    return late ? Round.FINISHED : Round.IDLE;
  }

  /** POLLERR and POLLHUP. */
  private void troubles(Poll poll, Process process, Socket socket) {
    if (poll.error()) {
      netIn = false;
      netOut = false;
      socket.takePending();
    }
    if (poll.hangUp() && !poll.readable()) {
      netIn = false;
    }
    if (poll.hangUp() && netOut) {
      shutdownSend(process.world(), socket);
      netOut = false;
    }
    if (!netOut) {
      stdin = false;
    }
    if (!stdout) {
      netIn = false;
    }
  }

  private void work(Process process, Socket socket, Poll poll, boolean input) {
    if (input && stdin) {
      readInput(process);
    }
    if (netOut && poll.writable() && fromStdin.length > 0) {
      writeNet(process, socket);
    }
    if (netIn && poll.readable() && fromNet.length < BUFFER) {
      readNet(process, socket);
    }
    if (stdout && fromNet.length > 0) {
      process.out().write(fromNet);
      fromNet = new byte[0];
    }
    if (!stdin && fromStdin.length == 0) {
      inputIsOver(process, socket);
    }
    if (!netIn && fromNet.length == 0) {
      stdout = false;
    }
  }

  private void readInput(Process process) {
    byte[] more = process.in().read(BUFFER - fromStdin.length);
    if (more.length == 0) {
      stdin = false;
    } else {
      fromStdin = join(fromStdin, options.has('C') ? withReturns(more) : more);
    }
  }

  private void inputIsOver(Process process, Socket socket) {
    if (netOut && options.has('N')) {
      shutdownSend(process.world(), socket);
    }
    if (netOut && options.quitAfter() >= 0) {
      quitAt = process.now() + options.quitAfter();
      process.wakeAt(quitAt);
    }
    netOut = false;
  }

  private void writeNet(Process process, Socket socket) {
    Bytes data = Bytes.of(fromStdin);
    fromStdin = new byte[0];
    Optional<Errno> failed =
        switch (socket) {
          case TcpSocket tcp -> TcpCalls.send(process.world(), tcp, data);
          default -> sendDatagram(process, (UdpSocket) socket, data);
        };
    if (failed.isPresent()) {
      netOut = false;
    }
  }

  static Optional<Errno> sendDatagram(Process process, UdpSocket udp, Bytes data) {
    Netns netns = process.world().netns(udp.netns);
    Udp datagram = new Udp(udp.localPort, udp.peerPort, data);
    return Sockets.send(process.world(), netns, udp, udp.peer, IpSend.Discover.WANT, datagram);
  }

  private void readNet(Process process, Socket socket) {
    int room = BUFFER - fromNet.length;
    switch (socket) {
      case TcpSocket tcp -> {
        if (tcp.atEnd()) {
          TcpCalls.shutdownReceive(tcp);
          netIn = false;
        } else {
          fromNet = join(fromNet, TcpCalls.receive(process.world(), tcp, room).toArray());
        }
      }
      default -> socket.receive().ifPresent(each -> fromNet = join(fromNet, payload(each, room)));
    }
    received++;
    if (options.receiveLimit() > 0 && received >= options.receiveLimit()) {
      netIn = false;
    }
  }

  private static byte[] payload(Received received, int room) {
    byte[] data = ((Udp) received.packet().transport()).data().toArray();
    return data.length > room ? Arrays.copyOf(data, room) : data;
  }

  private static void shutdownSend(World world, Socket socket) {
    if (socket instanceof TcpSocket tcp) {
      TcpCalls.shutdownSend(world, tcp);
    }
  }

  /** The reader of standard output is gone. */
  void outputClosed() {
    stdout = false;
    netIn = false;
  }

  static boolean takePipe(Process process) {
    boolean pipe = false;
    Optional<Signal> signal = process.takeSignal();
    while (signal.isPresent()) {
      pipe |= signal.get() == Signal.PIPE;
      signal = process.takeSignal();
    }
    return pipe;
  }

  private static byte[] join(byte[] one, byte[] other) {
    if (one.length == 0) {
      return other;
    }
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** -C: a newline is sent as carriage return and newline. */
  private static byte[] withReturns(byte[] text) {
    String all = new String(text, java.nio.charset.StandardCharsets.ISO_8859_1);
    return all.replace("\n", "\r\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** What poll(2) says of a socket. */
  record Poll(boolean readable, boolean writable, boolean hangUp, boolean error) {
    static Poll of(Socket socket) {
      return switch (socket) {
        case TcpSocket tcp ->
            new Poll(
                tcp.unread() > 0 || tcp.atEnd() || tcp.failed(),
                TcpCalls.writable(tcp),
                tcp.hungUp(),
                tcp.failed());
        default -> new Poll(socket.hasWaiting(), true, false, socket.hasPending());
      };
    }
  }
}
