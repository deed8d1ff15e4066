package vethlab.shell.programs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.Signal;
import vethlab.shell.programs.PingOptions.Pace;
import vethlab.shell.programs.PingOptions.Shown;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.IpSend;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.socket.PingSocket;
import vethlab.sim.socket.Received;
import vethlab.sim.socket.SocketError;
import vethlab.sim.socket.Sockets;
import vethlab.sim.socket.UdpSocket;
import vethlab.wire.Bytes;
import vethlab.wire.IcmpEcho;
import vethlab.wire.Ip4;
import vethlab.wire.RecordRoute;

/** ping: iputils 20221126 over a ping socket. Not modelled: IPv6, timestamps. */
public final class Ping implements Program {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long FLOOD_NANOS = 10_000_000;
  private static final long FULL_LINK_NANOS = 500_000_000;
  private static final int PROBE_PORT = 1025;

  private enum Phase {
    START,
    RUNNING
  }

  private final List<String> argv;
  private Phase phase = Phase.START;
  private PingOptions options;
  private PingCounts counts = new PingCounts();
  private Ip4 target = Ip4.ANY;
  private int socketId;
  private Bytes data = Bytes.EMPTY;
  private long first;
  private long last;
  private long nextSend;
  private long endAt = NEVER;
  private long deadlineAt = NEVER;

  /**
   * When each of the requests that may still be answered was sent, by sequence modulo its length.
   */
  private long[] sentAt = new long[64];

  private boolean interrupted;
  private RecordedRoute route = new RecordedRoute();

  /** How often in a row the link was full. */
  private long fullLinks;

  /** The last packet was dropped on its way out; an ICMP error of it may follow at once. */
  private boolean refused;

  public Ping(List<String> argv) {
    this.argv = argv;
  }

  @Override
  public Program copy() {
    Ping copy = new Ping(argv);
    copy.phase = phase;
    copy.options = options;
    copy.counts = counts.copy();
    copy.target = target;
    copy.socketId = socketId;
    copy.data = data;
    copy.first = first;
    copy.last = last;
    copy.nextSend = nextSend;
    copy.endAt = endAt;
    copy.deadlineAt = deadlineAt;
    copy.sentAt = sentAt.clone();
    copy.interrupted = interrupted;
    copy.route = route.copy();
    copy.fullLinks = fullLinks;
    copy.refused = refused;
    return copy;
  }

  @Override
  public boolean endsByItself() {
    return phase == Phase.START || options.count() > 0 || options.deadline() > 0;
  }

  @Override
  public Progress advance(Process process) {
    if (phase == Phase.START) {
      Optional<Progress> ended = start(process);
      if (ended.isPresent()) {
        return ended.get();
      }
    }
    Optional<PingSocket> socket = socket(process);
    if (socket.isEmpty()) {
      return Progress.exited(2);
    }
    return run(process, socket.get());
  }

  private Optional<PingSocket> socket(Process process) {
    return Sockets.find(process.world(), netns(process).id, socketId).map(PingSocket.class::cast);
  }

  private static Netns netns(Process process) {
    return process.world().netns(process.netns()).orElseThrow();
  }

  // --- before the first request ----------------------------------------------------------------

  private Optional<Progress> start(Process process) {
    try {
      options = PingOptions.parse(argv.subList(1, argv.size()));
    } catch (PingOptions.Refused e) {
      (e.status == 0 ? process.out() : process.err())
          .print(e.status == 0 ? PingHelp.VERSION : e.getMessage());
      return Optional.of(Progress.exited(e.status));
    }
    Optional<Ip4> address = HostName.resolve(process, options.destination());
    if (address.isEmpty()) {
      return refuse(
          process, options.destination() + ": " + HostName.unknown(options.destination()));
    }
    target = address.get().isAny() ? Ip4.LOOPBACK : address.get();
    PingSocket socket =
        Sockets.openPing(process.world(), netns(process), process.task(), process.token(0));
    OfVrf.bind(process, socket);
    Optional<Progress> ended = prepare(process, socket);
    if (ended.isPresent()) {
      Sockets.close(process.world(), socket);
      return ended;
    }
    socketId = socket.id;
    begin(process, socket);
    return Optional.empty();
  }

  /** Binds, finds the source by a UDP socket's connect as ping does, and says what it will do. */
  private Optional<Progress> prepare(Process process, PingSocket socket) {
    World world = process.world();
    Netns netns = netns(process);
    UdpSocket probe = Sockets.openUdp(world, netns, process.task(), process.token(1));
    OfVrf.bind(process, probe);
    try {
      Optional<String> wrong = bind(process, socket, probe);
      if (wrong.isEmpty() && options.source().isEmpty()) {
        wrong = findSource(process, probe);
      }
      if (wrong.isPresent()) {
        return refuse(process, wrong.get());
      }
      warnOfSource(process, probe.local);
      headline(process, probe.local);
      return Optional.empty();
    } finally {
      Sockets.close(world, probe);
    }
  }

  /** What is longer than any packet is refused without a word: ping_common_sendmsg. */
  private static final int LARGEST = 0xffff;

  private static final String BROADCAST =
      "Do you want to ping broadcast? Then -b. If not, check your local firewall rules";

  /** Only where no source is given; what is wrong. */
  private Optional<String> findSource(Process process, UdpSocket probe) {
    probe.mark = options.mark();
    Optional<Errno> failed = connect(process, probe);
    if (failed.filter(e -> e == Errno.EACCES).isPresent()) {
      if (!options.broadcast()) {
        return Optional.of(BROADCAST);
      }
      process.err().println("WARNING: pinging broadcast address");
      probe.broadcast = true;
      failed = connect(process, probe);
    }
    return failed.map(e -> "connect: " + e.text());
  }

  private Optional<Errno> connect(Process process, UdpSocket probe) {
    return Sockets.connect(process.world(), netns(process), probe, target, PROBE_PORT);
  }

  private Optional<String> bind(Process process, PingSocket socket, UdpSocket probe) {
    if (options.device().isPresent()) {
      String name = options.device().get();
      Optional<NetDevice> dev = process.world().device(netns(process), name);
      if (dev.isEmpty()) {
        return Optional.of("SO_BINDTODEVICE " + name + ": No such device");
      }
      socket.boundDev = dev.get().id;
      probe.boundDev = dev.get().id;
    }
    if (options.source().isPresent()) {
      Ip4 source = options.source().get();
      Optional<Errno> wrong =
          Sockets.checkHost(process.world(), netns(process), socket.boundDev, source);
      if (wrong.isPresent()) {
        return Optional.of("bind: " + wrong.get().text());
      }
      socket.local = source;
      probe.local = source;
    }
    return Optional.empty();
  }

  private void warnOfSource(Process process, Ip4 source) {
    Optional<NetDevice> dev =
        options.device().flatMap(name -> process.world().device(netns(process), name));
    if (dev.isPresent() && !dev.get().ipv4.hasAddress(source)) {
      process
          .err()
          .println(
              "ping: Warning: source address might be selected on device other than: "
                  + dev.get().name);
    }
  }

  private void headline(Process process, Ip4 source) {
    StringBuilder line = new StringBuilder();
    if (!options.pattern().isEmpty()) {
      line.append("PATTERN: 0x").append(options.pattern()).append('\n');
    }
    line.append("PING ").append(options.destination()).append(" (").append(target).append(") ");
    if (options.source().isPresent() || options.device().isPresent()) {
      line.append("from ").append(source).append(' ');
      line.append(options.device().orElse("")).append(": ");
    }
    int whole = options.size() + 28 + header().length();
    line.append(options.size()).append('(').append(whole).append(") bytes of data.");
    process.out().println(line.toString());
  }

  /** The options of each request's header. */
  private Bytes header() {
    return options.recordRoute() ? RecordRoute.empty() : Bytes.EMPTY;
  }

  private void begin(Process process, PingSocket socket) {
    socket.options = header();
    socket.mark = options.mark();
    socket.tos = options.tos();
    socket.ttl = options.ttl();
    if (options.ident() != 0) {
      Sockets.setIdent(process.world(), socket, options.ident());
    }
    data = PingData.of(options.size(), options.pattern());
    first = process.now();
    nextSend = first;
    if (options.deadline() > 0) {
      deadlineAt = first + options.deadline();
    }
    process.catchSignal(Signal.INT);
    phase = Phase.RUNNING;
  }

  private static Optional<Progress> refuse(Process process, String sentence) {
    process.err().println("ping: " + sentence);
    return Optional.of(Progress.exited(2));
  }

  // --- the loop --------------------------------------------------------------------------------

  private Progress run(Process process, PingSocket socket) {
    while (process.takeSignal().isPresent()) {
      interrupted = true;
    }
    socket.takePending().ifPresent(errno -> sendFailed(process, socket, errno));
    hear(process, socket);
    while (!isOver(process.now()) && process.now() >= nextSend && mayStillSend()) {
      send(process, socket);
      hear(process, socket);
    }
    if (isOver(process.now())) {
      return finish(process, socket);
    }
    if (!mayStillSend() && endAt == NEVER) {
      endAt = process.now() + patience();
    }
    long next = Math.min(Math.min(endAt, deadlineAt), mayStillSend() ? nextSend : NEVER);
    process.wakeAt(next);
    return Progress.BLOCKED;
  }

  private boolean mayStillSend() {
    return options.count() == 0 || counts.transmitted < options.count() || options.deadline() > 0;
  }

  private boolean isOver(long now) {
    return interrupted
        || options.count() > 0 && counts.received + counts.errors >= options.count()
        || options.deadline() > 0 && counts.errors > 0
        || now >= endAt
        || now >= deadlineAt;
  }

  /** How long to wait for what is outstanding once everything is sent: schedule_exit. */
  private long patience() {
    if (counts.received == 0) {
      return options.linger();
    }
    return Math.max(2 * counts.longest() * 1000, options.interval());
  }

  private void send(Process process, PingSocket socket) {
    int sequence = (int) (counts.transmitted + 1) & 0xffff;
    if (options.outstanding() && sequence > 1 && !counts.isAnswered(sequence - 1)) {
      process.out().println("no answer yet for icmp_seq=" + (sequence - 1));
    }
    counts.transmitted++;
    refused = false;
    last = process.now();
    sentAt[sequence & sentAt.length - 1] = last;
    nextSend = last + step();
    if (options.pace() == Pace.FLOOD && options.shown() == Shown.ALL) {
      process.out().print(".");
    }
    IcmpEcho echo = Sockets.echo(socket, sequence, data);
    Sockets.send(process.world(), netns(process), socket, target, options.discover(), echo)
        .ifPresent(errno -> sendFailed(process, socket, errno));
  }

  private long step() {
    return switch (options.pace()) {
      case STEADY -> options.interval();
      case ADAPTIVE, FLOOD -> Math.min(options.interval(), FLOOD_NANOS);
    };
  }

  /**
   * sendmsg has failed. ping says so only where an ICMP error has come meanwhile, or of a link that
   * stays full; otherwise the packet is counted in silence.
   */
  private void sendFailed(Process process, PingSocket socket, Errno errno) {
    if (errno == Errno.EMSGSIZE && options.size() + IcmpEcho.HEADER_LENGTH <= LARGEST) {
      counts.errors++;
      process
          .err()
          .println(
              "ping: local error: message too long, mtu="
                  + (mtu(process, socket) - header().length()));
      return;
    }
    if (errno == Errno.ENOBUFS && triesAgain(process.now())) {
      return;
    }
    if (errno == Errno.ENOBUFS || hearErrors(process, socket)) {
      process.err().println("ping: sendmsg: " + errno.text());
    } else {
      refused = errno == Errno.EPERM;
    }
  }

  /** A full link: the packet counts as not sent and is tried again for a while, as pinger does. */
  private boolean triesAgain(long now) {
    long pause = Math.min(FULL_LINK_NANOS, options.interval() / 2);
    if (++fullLinks * pause >= options.linger()) {
      fullLinks = 0;
      return false;
    }
    counts.transmitted--;
    nextSend = now + pause;
    return true;
  }

  private int mtu(Process process, PingSocket socket) {
    IpSend.Request request =
        new IpSend.Request(
            socket.local, target, socket.boundDev, 0, 0, options.discover(), 0, socket.id);
    return switch (IpSend.route(process.world(), netns(process), request)) {
      case IpSend.Outcome.Ok ok ->
          ok.route().mtu() > 0 ? ok.route().mtu() : process.world().device(ok.route().outDev()).mtu;
      case IpSend.Outcome.Failed failed -> 0;
    };
  }

  // --- what comes back -------------------------------------------------------------------------

  private void hear(Process process, PingSocket socket) {
    if (hearErrors(process, socket) && refused) {
      refused = false;
      process.err().println("ping: sendmsg: " + Errno.EPERM.text());
    }
    Optional<Received> next = socket.receive();
    while (next.isPresent()) {
      reply(process, next.get());
      next = isOver(process.now()) ? Optional.empty() : socket.receive();
    }
  }

  private boolean hearErrors(Process process, PingSocket socket) {
    boolean any = false;
    Optional<SocketError> next = socket.takeError();
    while (next.isPresent()) {
      any = true;
      error(process, next.get());
      next = socket.takeError();
    }
    return any;
  }

  private void error(Process process, SocketError error) {
    if (!(error.original().transport() instanceof IcmpEcho echo)) {
      return;
    }
    counts.errors++;
    counts.settled(echo.sequence());
    if (options.shown() == Shown.QUIET) {
      return;
    }
    if (options.pace() == Pace.FLOOD) {
      process.out().print("\bE");
      return;
    }
    process
        .out()
        .println(
            stamp(process.now())
                + "From "
                + name(process, error.from())
                + " icmp_seq="
                + echo.sequence()
                + " "
                + IcmpWords.of(error));
  }

  private void reply(Process process, Received received) {
    if (!(received.packet().transport() instanceof IcmpEcho echo)) {
      return;
    }
    boolean fresh = counts.reply(echo.sequence());
    long micros = (received.at() - sentAt[echo.sequence() & sentAt.length - 1]) / 1000;
    if (timed()) {
      counts.time(micros);
    }
    if (options.pace() != Pace.STEADY && fresh) {
      nextSend = Math.max(process.now(), Math.min(nextSend, process.now()));
    }
    if (options.shown() == Shown.QUIET) {
      return;
    }
    if (options.pace() == Pace.FLOOD) {
      process.out().print("\b \b");
      return;
    }
    StringBuilder line = new StringBuilder(stamp(received.at()));
    line.append(echo.length()).append(" bytes from ");
    line.append(name(process, received.packet().src())).append(": icmp_seq=");
    line.append(echo.sequence()).append(" ttl=").append(received.packet().ttl());
    if (timed()) {
      line.append(" time=").append(millis(micros)).append(" ms");
    }
    if (!fresh) {
      line.append(" (DUP!)");
    }
    if (!received.packet().src().equals(target) && !target.isMulticast() && !options.broadcast()) {
      line.append(" (DIFFERENT ADDRESS!)");
    }
    List<Ip4> crossed = RecordRoute.addresses(received.packet().options());
    line.append(route.text(crossed, each -> name(process, each)));
    process.out().println(line.toString());
  }

  private boolean timed() {
    return options.size() >= 16;
  }

  private String stamp(long now) {
    return options.stamps()
        ? String.format(Locale.ROOT, "[%d.%06d] ", now / 1_000_000_000L, now / 1000 % 1_000_000)
        : "";
  }

  private String name(Process process, Ip4 address) {
    boolean byNumber = options.numeric() || HostName.numeric(options.destination()).isPresent();
    if (byNumber) {
      return address.toString();
    }
    return HostName.nameOf(process, address)
        .map(name -> name + " (" + address + ")")
        .orElse(address.toString());
  }

  /** iputils' three digits. */
  private static String millis(long micros) {
    if (micros >= 99_950) {
      return Long.toString((micros + 500) / 1000);
    }
    if (micros >= 9_995) {
      return String.format(Locale.ROOT, "%d.%d", (micros + 50) / 1000, (micros + 50) % 1000 / 100);
    }
    if (micros >= 1_000) {
      return String.format(Locale.ROOT, "%d.%02d", (micros + 5) / 1000, (micros + 5) % 1000 / 10);
    }
    return String.format(Locale.ROOT, "%d.%03d", micros / 1000, micros % 1000);
  }

  private Progress finish(Process process, PingSocket socket) {
    Sockets.close(process.world(), socket);
    boolean paced = options.pace() != Pace.STEADY || options.interval() == 0;
    process.out().print(counts.text(options.destination(), last - first, timed(), paced));
    boolean enough =
        options.deadline() > 0 && options.count() > 0
            ? counts.received >= options.count()
            : counts.received > 0;
    return Progress.exited(enough ? 0 : 1);
  }
}
