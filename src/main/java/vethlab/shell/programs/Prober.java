package vethlab.shell.programs;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.shell.Process;
import vethlab.shell.programs.TracerouteOptions.Method;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.IpSend;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.socket.PingSocket;
import vethlab.sim.socket.RawSocket;
import vethlab.sim.socket.Received;
import vethlab.sim.socket.Socket;
import vethlab.sim.socket.SocketError;
import vethlab.sim.socket.Sockets;
import vethlab.sim.socket.UdpSocket;
import vethlab.wire.Bytes;
import vethlab.wire.IcmpEcho;
import vethlab.wire.Ip4;
import vethlab.wire.Protocol;
import vethlab.wire.Tcp;
import vethlab.wire.TcpOptions;
import vethlab.wire.Transport;
import vethlab.wire.Udp;

/** traceroute's methods: what a probe is, and which probe an answer belongs to. */
final class Prober {
  private static final int NONE = 0;
  private static final int FIRST_PORT = 33434;
  private static final int UDP_PORT = 53;
  private static final int TCP_PORT = 80;
  private static final int HEADERS = 28;
  private static final int USUAL_DATA = 32;

  /**
   * @param error in traceroute's words
   */
  record Sent(Probe probe, Optional<String> error) {
    static Sent failed(String call, Errno errno) {
      return new Sent(Probe.WAITING, Optional.of(call + ": " + errno.text()));
    }
  }

  private final TracerouteOptions options;
  private final Ip4 target;
  private int shared = NONE;

  Prober(TracerouteOptions options, Ip4 target) {
    this.options = options;
    this.target = target;
  }

  Prober copy() {
    Prober copy = new Prober(options, target);
    copy.shared = shared;
    return copy;
  }

  /** Of a whole packet, in bytes. */
  int length() {
    return options.length() == 0 ? HEADERS + USUAL_DATA : Math.max(options.length(), HEADERS);
  }

  private Bytes data() {
    byte[] bytes = new byte[length() - HEADERS];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0x40 + (i & 0x3f));
    }
    return Bytes.wrap(bytes);
  }

  /**
   * The socket all probes share, with ICMP and TCP; a mistake in traceroute's words. They ask for
   * the way before anything is printed; UDP does when it sends.
   */
  Optional<String> open(Process process) {
    World world = process.world();
    Netns netns = Traceroute.netns(process);
    Socket socket =
        options.method() == Method.ICMP
            ? Sockets.openPing(world, netns, process.task(), process.token(0))
            : openRaw(process);
    shared = socket.id;
    return prepare(process, socket).or(() -> connect(process, socket));
  }

  private Optional<String> connect(Process process, Socket socket) {
    IpSend.Request request =
        new IpSend.Request(
            socket.local,
            target,
            socket.boundDev,
            socket.tos,
            0,
            IpSend.Discover.WANT,
            socket.mark,
            socket.id);
    return IpSend.route(process.world(), Traceroute.netns(process), request)
            instanceof IpSend.Outcome.Failed failed
        ? Optional.of("connect: " + failed.errno().text())
        : Optional.empty();
  }

  private static RawSocket openRaw(Process process) {
    RawSocket raw =
        Sockets.openRaw(
            process.world(),
            Traceroute.netns(process),
            process.task(),
            process.token(0),
            Protocol.TCP);
    raw.receiveErrors = true;
    return raw;
  }

  private Optional<String> prepare(Process process, Socket socket) {
    socket.process = "traceroute";
    socket.pid = process.pid();
    socket.tos = options.tos();
    OfVrf.bind(process, socket);
    if (options.device().isPresent()) {
      Optional<NetDevice> dev = Traceroute.device(process, options.device().get());
      if (dev.isEmpty()) {
        return Optional.of("setsockopt SO_BINDTODEVICE: No such device");
      }
      socket.boundDev = dev.get().id;
    }
    if (options.source().isPresent()) {
      Ip4 source = HostName.numeric(options.source().get()).orElse(Ip4.ANY);
      Optional<Errno> wrong =
          Sockets.checkLocal(process.world(), Traceroute.netns(process), socket.boundDev, source);
      if (wrong.isPresent()) {
        return Optional.of("bind: " + wrong.get().text());
      }
      socket.local = source;
    }
    return Optional.empty();
  }

  // --- sending -----------------------------------------------------------------------------------

  Sent send(Process process, int index, int ttl) {
    return switch (options.method()) {
      case UDP -> udp(process, port(FIRST_PORT) + index, ttl);
      case UDP_ONE_PORT -> udp(process, port(UDP_PORT), ttl);
      case ICMP -> icmp(process, port(1) + index, ttl);
      case TCP -> tcp(process, ttl);
    };
  }

  private int port(int usual) {
    return options.port() == 0 ? usual : options.port();
  }

  private Sent udp(Process process, int port, int ttl) {
    World world = process.world();
    Netns netns = Traceroute.netns(process);
    UdpSocket udp = Sockets.openUdp(world, netns, process.task(), process.token(0));
    Optional<String> wrong = prepare(process, udp);
    if (wrong.isPresent()) {
      return new Sent(Probe.WAITING, wrong);
    }
    udp.receiveErrors = true;
    udp.ttl = ttl;
    Optional<Errno> unreachable = Sockets.connect(world, netns, udp, target, port & 0xffff);
    if (unreachable.isPresent()) {
      return Sent.failed("connect", unreachable.get());
    }
    Udp datagram = new Udp(udp.localPort, port & 0xffff, data());
    return sent(process, udp, datagram, udp.id, udp.localPort);
  }

  private Sent icmp(Process process, int sequence, int ttl) {
    PingSocket ping = (PingSocket) shared(process).orElseThrow();
    ping.ttl = ttl;
    return sent(process, ping, Sockets.echo(ping, sequence & 0xffff, data()), NONE, sequence);
  }

  private Sent tcp(Process process, int ttl) {
    RawSocket raw = (RawSocket) shared(process).orElseThrow();
    raw.ttl = ttl;
    int from = Sockets.freeTcpPort(process.world(), Traceroute.netns(process));
    int sequence = (int) process.world().nextRandom();
    long stamp = process.world().nextRandom() >>> 33;
    TcpOptions syn = new TcpOptions(1460, 2, true, stamp, 0);
    Tcp tcp = new Tcp(from, port(TCP_PORT), sequence, 0, Tcp.SYN, 5840, syn, Bytes.EMPTY);
    return sent(process, raw, tcp, NONE, from);
  }

  private Sent sent(Process process, Socket socket, Transport what, int own, int key) {
    Optional<Errno> wrong =
        Sockets.send(
            process.world(), Traceroute.netns(process), socket, target, options.discover(), what);
    return wrong
        .map(errno -> Sent.failed("send", errno))
        .orElseGet(() -> new Sent(Probe.sent(process.now(), own, key), Optional.empty()));
  }

  private Optional<Socket> shared(Process process) {
    return Sockets.find(process.world(), Traceroute.netns(process).id, shared);
  }

  /** The last send was refused on its way out: by netfilter, say. */
  Optional<Errno> refusal(Process process, Probe[] probes) {
    if (shared != NONE) {
      return shared(process)
          .flatMap(s -> Optional.ofNullable(s.takeRefusal() ? Errno.EPERM : null));
    }
    for (Probe probe : probes) {
      if (!probe.done()
          && probe.socket() != NONE
          && own(process, probe).isPresent()
          && own(process, probe).get().takeRefusal()) {
        return Optional.of(Errno.EPERM);
      }
    }
    return Optional.empty();
  }

  private static Optional<Socket> own(Process process, Probe probe) {
    return Sockets.find(process.world(), Traceroute.netns(process).id, probe.socket());
  }

  // --- hearing -----------------------------------------------------------------------------------

  /** Takes what there is, one message a socket as poll's rounds do; whether there was any. */
  boolean hear(Process process, Probe[] probes) {
    if (shared != NONE) {
      return shared(process).map(s -> hearShared(process, s, probes)).orElse(false);
    }
    boolean any = false;
    for (int i = 0; i < probes.length; i++) {
      Probe probe = probes[i];
      if (!probe.done() && probe.socket() != NONE) {
        Optional<Socket> socket = own(process, probe);
        if (socket.isPresent() && socket.get().hasNews()) {
          any = true;
          probes[i] = heardOwn(process, socket.get(), probe);
        }
      }
    }
    return any;
  }

  private static Probe heardOwn(Process process, Socket socket, Probe probe) {
    Optional<SocketError> error = socket.takeError();
    socket.takePending();
    Optional<Received> reply = error.isEmpty() ? socket.receive() : Optional.empty();
    Probe heard =
        error
            .map(e -> probe.refused(process.now(), e))
            .or(() -> reply.map(r -> probe.reached(r.at(), r.packet().src())))
            .orElse(probe);
    if (heard.done()) {
      Sockets.close(process.world(), socket);
    }
    return heard;
  }

  private boolean hearShared(Process process, Socket socket, Probe[] probes) {
    socket.takePending();
    Optional<SocketError> error = socket.takeError();
    if (error.isPresent()) {
      match(probes, key(error.get().original().transport()))
          .ifPresent(i -> probes[i] = probes[i].refused(process.now(), error.get()));
      return true;
    }
    Optional<Received> reply = socket.receive();
    reply.ifPresent(r -> {
      if (r.packet().src().equals(target)) {
        match(probes, answerKey(r.packet().transport()))
            .ifPresent(i -> probes[i] = probes[i].reached(r.at(), r.packet().src()));
      }
    });
    return reply.isPresent();
  }

  private static Optional<Integer> match(Probe[] probes, int key) {
    for (int i = 0; i < probes.length; i++) {
      if (probes[i].isSent() && !probes[i].done() && probes[i].key() == key) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static int key(Transport transport) {
    return switch (transport) {
      case IcmpEcho echo -> echo.sequence();
      case Tcp tcp -> tcp.sport();
      case vethlab.wire.RawTransport raw when raw.data().length() >= 2 ->
          raw.data().at(0) << 8 | raw.data().at(1);
      default -> -1;
    };
  }

  private static int answerKey(Transport transport) {
    return switch (transport) {
      case IcmpEcho echo -> echo.sequence();
      case Tcp tcp -> tcp.dport();
      default -> -1;
    };
  }

  void close(Process process, Probe[] probes) {
    Traceroute.closeSocket(process, shared);
    for (Probe probe : probes) {
      if (probe.socket() != NONE) {
        Traceroute.closeSocket(process, probe.socket());
      }
    }
  }
}
