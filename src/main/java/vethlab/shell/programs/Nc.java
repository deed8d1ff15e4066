package vethlab.shell.programs;

import java.util.List;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.iptables.Services;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.Signal;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.socket.Received;
import vethlab.sim.socket.Socket;
import vethlab.sim.socket.Sockets;
import vethlab.sim.socket.TcpCalls;
import vethlab.sim.socket.TcpListener;
import vethlab.sim.socket.TcpSocket;
import vethlab.sim.socket.TcpState;
import vethlab.sim.socket.UdpSocket;
import vethlab.wire.Bytes;
import vethlab.wire.Ip4;
import vethlab.wire.Udp;

/**
 * nc: Debian's netcat-openbsd 1.219 over TCP and UDP. Not modelled: IPv6, Unix sockets, proxies,
 * telnet, MD5.
 */
public final class Nc implements Program {
  private static final int NONE = 0;
  private static final long SECOND = 1_000_000_000L;

  /** How long a UDP port is probed when no timeout is given, in seconds. */
  private static final int SCAN_SECONDS = 3;

  private static final Bytes PROBE = Bytes.of(new byte[] {'X'});

  private enum Phase {
    START,
    NEXT_PORT,
    CONNECTING,
    PROBING,
    ACCEPTING,
    CALLER,
    PUMPING,
    LEAVING,
    GONE
  }

  private final List<String> argv;
  private Phase phase = Phase.START;
  private NcOptions options;
  private Turns turns = new Turns();
  private NcPump pump;
  private Ip4 address = Ip4.ANY;
  private int port;
  private int next;
  private int status = 1;
  private int listener = NONE;
  private int socket = NONE;
  private int probes;
  private long giveUpAt;

  public Nc(List<String> argv) {
    this.argv = argv;
  }

  @Override
  public Program copy() {
    Nc copy = new Nc(argv);
    copy.phase = phase;
    copy.options = options;
    copy.turns = turns.copy();
    copy.pump = pump == null ? null : pump.copy();
    copy.address = address;
    copy.port = port;
    copy.next = next;
    copy.status = status;
    copy.listener = listener;
    copy.socket = socket;
    copy.probes = probes;
    copy.giveUpAt = giveUpAt;
    return copy;
  }

  @Override
  public Progress advance(Process process) {
    if (phase != Phase.START && NcPump.takePipe(process) && pump != null) {
      pump.outputClosed();
    }
    if (!turns.mine(process)) {
      return Progress.BLOCKED;
    }
    return switch (phase) {
      case START -> start(process);
      case NEXT_PORT -> nextPort(process);
      case CONNECTING -> connecting(process);
      case PROBING -> probing(process);
      case ACCEPTING -> accepting(process);
      case CALLER -> caller(process);
      case PUMPING -> pumping(process);
      case LEAVING -> leave(process);
      case GONE -> Progress.exited(status);
    };
  }

  @Override
  public void killed(Process process) {
    closeAll(process);
  }

  private void closeAll(Process process) {
    close(process, socket);
    close(process, listener);
    socket = NONE;
    listener = NONE;
  }

  private static void close(Process process, int id) {
    find(process, id).ifPresent(s -> Sockets.close(process.world(), s));
  }

  private static Optional<Socket> find(Process process, int id) {
    return id == NONE ? Optional.empty() : Sockets.find(process.world(), netns(process).id, id);
  }

  private static Netns netns(Process process) {
    return process.world().netns(process.netns()).orElseThrow();
  }

  private Progress end(Process process, int status) {
    closeAll(process);
    return Progress.exited(status);
  }

  /** The process ends: that takes longer than it takes to wake another one. */
  private Progress leave(Process process) {
    closeAll(process);
    phase = Phase.GONE;
    turns.after(process, Turns.EXIT);
    return Progress.BLOCKED;
  }

  private Progress fail(Process process, String sentence) {
    process.err().println("nc: " + sentence);
    return end(process, 1);
  }

  private Progress go(Process process, Phase next) {
    phase = next;
    turns.next(process);
    return Progress.BLOCKED;
  }

  // --- the beginning -----------------------------------------------------------------------------

  private Progress start(Process process) {
    try {
      options = NcOptions.parse(argv.subList(1, argv.size()));
    } catch (NcOptions.Refused e) {
      process.err().print(e.getMessage());
      return Progress.exited(e.status);
    }
    for (char flag : "UxXZF".toCharArray()) {
      if (options.has(flag)) {
        return fail(process, "-" + flag + " is not modelled by the simulated machine");
      }
    }
    process.catchSignal(Signal.PIPE);
    if (options.listens()) {
      return listen(process);
    }
    phase = Phase.NEXT_PORT;
    return nextPort(process);
  }

  private Progress listen(Process process) {
    port = options.ports().getFirst();
    if (!options.host().isEmpty()) {
      Optional<Ip4> local = lookup(process, options.host());
      if (local.isEmpty()) {
        return fail(process, "getaddrinfo: " + unknownName());
      }
      address = local.get();
    }
    return options.udp() ? listenUdp(process) : listenTcp(process);
  }

  private Optional<Ip4> lookup(Process process, String host) {
    return options.numeric() ? HostName.numeric(host) : HostName.resolve(process, host);
  }

  private String unknownName() {
    return options.numeric() ? "Name or service not known" : HostName.unknown(options.host());
  }

  // --- listening ---------------------------------------------------------------------------------

  private Progress listenTcp(Process process) {
    TcpListener tcp =
        TcpCalls.openListener(process.world(), netns(process), process.task(), process.token(0));
    own(process, tcp);
    listener = tcp.id;
    tcp.ttl = options.ttl();
    Optional<Errno> wrong = TcpCalls.listen(process.world(), netns(process), tcp, address, port, 1);
    if (wrong.isPresent()) {
      return fail(process, wrong.get().text());
    }
    report(process, "Listening on", tcp.local, tcp.localPort);
    phase = Phase.ACCEPTING;
    turns.sleep();
    return Progress.BLOCKED;
  }

  private Progress listenUdp(Process process) {
    UdpSocket udp = openUdp(process);
    Optional<Errno> wrong = Sockets.bindUdp(process.world(), netns(process), udp, address, port);
    if (wrong.isPresent()) {
      return fail(process, wrong.get().text());
    }
    report(process, "Bound on", udp.local, udp.localPort);
    turns.sleep();
    if (options.has('k')) {
      pump = new NcPump(options);
      phase = Phase.PUMPING;
      return pumping(process);
    }
    phase = Phase.CALLER;
    return Progress.BLOCKED;
  }

  private UdpSocket openUdp(Process process) {
    UdpSocket udp =
        Sockets.openUdp(process.world(), netns(process), process.task(), process.token(0));
    own(process, udp);
    udp.reuse = options.listens();
    udp.ttl = options.ttl();
    udp.tos = options.tos();
    udp.broadcast = options.has('b');
    socket = udp.id;
    return udp;
  }

  private static void own(Process process, Socket socket) {
    OfVrf.bind(process, socket);
    socket.process = "nc";
    socket.pid = process.pid();
  }

  /** report_sock: an address without a name is a complaint instead of a line. */
  private void report(Process process, String what, Ip4 who, int whosePort) {
    if (!options.verbose()) {
      return;
    }
    Optional<String> name =
        options.numeric() ? Optional.of(who.toString()) : HostName.nameOf(process, who);
    process
        .err()
        .println(
            name.map(n -> what + " " + n + " " + whosePort)
                .orElse("nc: getnameinfo: Temporary failure in name resolution"));
  }

  private Progress accepting(Process process) {
    TcpListener tcp = (TcpListener) find(process, listener).orElseThrow();
    if (tcp.waiting() == 0) {
      turns.sleep();
      return Progress.BLOCKED;
    }
    if (!turns.awake(process)) {
      return Progress.BLOCKED;
    }
    Optional<TcpSocket> accepted = TcpCalls.accept(process.world(), tcp);
    if (accepted.isEmpty()) {
      return Progress.BLOCKED;
    }
    TcpSocket connection = accepted.get();
    own(process, connection);
    connection.fd = 4;
    socket = connection.id;
    report(process, "Connection received on", connection.peer, connection.peerPort);
    pump = new NcPump(options);
    return go(process, Phase.PUMPING);
  }

  /** The first datagram says who is calling; from then on only its sender is heard. */
  private Progress caller(Process process) {
    UdpSocket udp = (UdpSocket) find(process, socket).orElseThrow();
    Optional<Received> first = udp.peek();
    if (first.isEmpty()) {
      turns.sleep();
      return Progress.BLOCKED;
    }
    if (!turns.awake(process)) {
      return Progress.BLOCKED;
    }
    Udp datagram = (Udp) first.get().packet().transport();
    Ip4 from = first.get().packet().src();
    Optional<Errno> wrong =
        Sockets.connect(process.world(), netns(process), udp, from, datagram.sport());
    if (wrong.isPresent()) {
      return fail(process, "connect: " + wrong.get().text());
    }
    report(process, "Connection received on", from, datagram.sport());
    pump = new NcPump(options);
    return go(process, Phase.PUMPING);
  }

  // --- calling -----------------------------------------------------------------------------------

  private Progress nextPort(Process process) {
    close(process, socket);
    socket = NONE;
    if (next >= options.ports().size()) {
      return leave(process);
    }
    port = options.ports().get(next++);
    Optional<Ip4> target = lookup(process, options.host());
    if (options.has('6') || target.isEmpty()) {
      String why =
          options.has('6') && target.isPresent()
              ? "Address family for hostname not supported"
              : unknownName();
      return fail(
          process, "getaddrinfo for host \"" + options.host() + "\" port " + port + ": " + why);
    }
    address = target.get();
    return options.udp() ? callUdp(process) : callTcp(process);
  }

  private Progress callTcp(Process process) {
    World world = process.world();
    TcpSocket tcp = TcpCalls.open(world, netns(process), process.task(), process.token(0));
    own(process, tcp);
    tcp.ttl = options.ttl();
    tcp.tos = options.tos();
    socket = tcp.id;
    Optional<String> unbound =
        bound((local, from) -> TcpCalls.bind(world, netns(process), tcp, local, from));
    if (unbound.isPresent()) {
      return fail(process, unbound.get());
    }
    Optional<Errno> wrong = TcpCalls.connect(world, netns(process), tcp, address, port);
    if (wrong.isPresent()) {
      return refused(process, "failed", wrong.get());
    }
    if (options.timeout() >= 0) {
      giveUpAt = process.now() + options.timeout();
      process.wakeAt(giveUpAt);
    }
    return go(process, Phase.CONNECTING);
  }

  @FunctionalInterface
  private interface Binding {
    Optional<Errno> bind(Ip4 address, int port);
  }

  /** -s and -p. */
  private Optional<String> bound(Binding binding) {
    if (options.source().isEmpty() && options.localPort().isEmpty()) {
      return Optional.empty();
    }
    Ip4 local = options.source().flatMap(HostName::numeric).orElse(Ip4.ANY);
    int from = 0;
    if (options.localPort().isPresent()) {
      String word = options.localPort().get();
      Optional<Integer> number = portNumber(word);
      if (number.isEmpty()) {
        return Optional.of("getaddrinfo: Servname not supported for ai_socktype");
      }
      from = number.get();
    }
    return binding.bind(local, from).map(errno -> "bind failed: " + errno.text());
  }

  private Optional<Integer> portNumber(String word) {
    var named = Services.port(word, options.udp() ? "udp" : "tcp");
    if (named.isPresent()) {
      return Optional.of(named.getAsInt());
    }
    try {
      int number = Integer.parseInt(word);
      return number >= 0 && number <= 65535 ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Progress refused(Process process, String how, Errno errno) {
    if (options.verbose()) {
      String protocol = options.udp() ? "udp" : "tcp";
      process
          .err()
          .println(
              "nc: connect to "
                  + who()
                  + " port "
                  + port
                  + " ("
                  + protocol
                  + ") "
                  + how
                  + ": "
                  + errno.text());
    }
    return go(process, Phase.NEXT_PORT);
  }

  /** The host as it was given, with its address where that is something else. */
  private String who() {
    boolean same = options.numeric() || options.host().equals(address.toString());
    return same ? options.host() : options.host() + " (" + address + ")";
  }

  private Progress connecting(Process process) {
    TcpSocket tcp = (TcpSocket) find(process, socket).orElseThrow();
    if (tcp.state() == TcpState.SYN_SENT || tcp.state() == TcpState.SYN_RECV) {
      if (options.timeout() >= 0 && process.now() >= giveUpAt) {
        return refused(process, "timed out", Errno.EINPROGRESS);
      }
      turns.sleep();
      return Progress.BLOCKED;
    }
    if (!turns.awake(process)) {
      return Progress.BLOCKED;
    }
    Optional<Errno> failed = tcp.takePending();
    if (failed.isPresent()) {
      return refused(process, "failed", failed.get());
    }
    return connected(process);
  }

  private Progress connected(Process process) {
    status = 0;
    if (options.verbose()) {
      String protocol = options.udp() ? "udp" : "tcp";
      String service = options.numeric() ? "*" : Services.name(port, protocol).orElse("*");
      process
          .err()
          .println(
              "Connection to "
                  + who()
                  + " "
                  + port
                  + " port ["
                  + protocol
                  + "/"
                  + service
                  + "] succeeded!");
    }
    if (options.has('z')) {
      return go(process, Phase.NEXT_PORT);
    }
    pump = new NcPump(options);
    return go(process, Phase.PUMPING);
  }

  // --- UDP ---------------------------------------------------------------------------------------

  private Progress callUdp(Process process) {
    World world = process.world();
    UdpSocket udp = openUdp(process);
    Optional<String> unbound =
        bound((local, from) -> Sockets.bindUdp(world, netns(process), udp, local, from));
    if (unbound.isPresent()) {
      return fail(process, unbound.get());
    }
    Optional<Errno> wrong = Sockets.connect(world, netns(process), udp, address, port);
    if (wrong.isPresent()) {
      return refused(process, "failed", wrong.get());
    }
    if (!options.verbose()) {
      return connected(process);
    }
    probes = 0;
    return go(process, Phase.PROBING);
  }

  /** udptest: two probes at once, then one a second; an error says that the port is closed. */
  private Progress probing(Process process) {
    UdpSocket udp = (UdpSocket) find(process, socket).orElseThrow();
    int seconds = options.timeout() >= 0 ? (int) (options.timeout() / SECOND) : SCAN_SECONDS;
    if (probes >= 2 + seconds) {
      return connected(process);
    }
    Optional<Errno> failed = NcPump.sendDatagram(process, udp, PROBE);
    boolean firstRefused = probes == 1 && failed.filter(e -> e == Errno.EPERM).isPresent();
    if (firstRefused || failed.isPresent() && (probes == 0 || failed.get() == Errno.ECONNREFUSED)) {
      status = 1;
      return go(process, Phase.NEXT_PORT);
    }
    probes++;
    if (probes >= 2 && probes < 2 + seconds) {
      turns.after(process, SECOND);
    } else {
      turns.next(process);
    }
    return Progress.BLOCKED;
  }

  // --- to and fro --------------------------------------------------------------------------------

  private Progress pumping(Process process) {
    Optional<Socket> found = find(process, socket);
    if (found.isEmpty()) {
      return end(process, status);
    }
    boolean fromNet = found.get().hasNews();
    if (fromNet && !pump.inputReady(process) && !turns.awake(process)) {
      return Progress.BLOCKED;
    }
    return switch (pump.round(process, found.get())) {
      case IDLE -> {
        turns.sleep();
        yield Progress.BLOCKED;
      }
      case WORKED -> {
        if (options.interval() > 0) {
          turns.after(process, options.interval());
        } else {
          turns.after(process, Math.max(Turns.CALL, busy(process, found.get())));
        }
        yield Progress.BLOCKED;
      }
      case FINISHED -> finished(process);
    };
  }

  /** How long the last send takes. */
  private static long busy(Process process, Socket socket) {
    return socket instanceof TcpSocket tcp ? TcpCalls.busyUntil(tcp) - process.now() : 0;
  }

  private Progress finished(Process process) {
    close(process, socket);
    socket = NONE;
    pump = null;
    if (options.listens()) {
      status = 0;
      boolean again = options.has('k') && !options.udp();
      return go(process, again ? Phase.ACCEPTING : Phase.LEAVING);
    }
    return go(process, Phase.NEXT_PORT);
  }
}
