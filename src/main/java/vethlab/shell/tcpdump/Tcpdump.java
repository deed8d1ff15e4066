package vethlab.shell.tcpdump;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.LinkFlags;
import vethlab.shell.FileException;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.Signal;
import vethlab.shell.Syscalls.WriteMode;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.socket.PacketSocket;
import vethlab.sim.socket.Sockets;
import vethlab.wire.Ip4;

/**
 * tcpdump 4.99 with libpcap 1.10. The kernel hands over a block of frames at most every second, as
 * it does with libpcap's usual timeout; what is in an unfinished block at the end is not printed.
 */
public final class Tcpdump implements Program {
  private static final long BLOCK_TIME = 1_000_000_000L;

  /** What stdio holds back when the output is no terminal. */
  private static final int STDIO = 4096;

  private static final String ANY = "any";
  private static final int STDOUT = 1;

  private final List<String> argv;
  private boolean running;
  private TcpdumpOptions options;
  private Filter filter = Filter.ALL;
  private LinePrinter printer;
  private int socket;
  private int fd = -1;
  private long nextBlock;
  private long captured;
  private long received;
  private String held = "";

  public Tcpdump(List<String> argv) {
    this.argv = argv;
  }

  @Override
  public Program copy() {
    Tcpdump copy = new Tcpdump(argv);
    copy.running = running;
    copy.options = options;
    copy.filter = filter;
    copy.printer = printer == null ? null : printer.copy();
    copy.socket = socket;
    copy.fd = fd;
    copy.nextBlock = nextBlock;
    copy.captured = captured;
    copy.received = received;
    copy.held = held;
    return copy;
  }

  @Override
  public void killed(Process process) {
    close(process);
  }

  private void close(Process process) {
    Sockets.find(process.world(), netns(process).id, socket)
        .ifPresent(s -> Sockets.close(process.world(), s));
  }

  private static Netns netns(Process process) {
    return process.world().netns(process.netns()).orElseThrow();
  }

  @Override
  public Progress advance(Process process) {
    if (!running) {
      Optional<Progress> ended = start(process);
      if (ended.isPresent()) {
        return ended.get();
      }
      running = true;
    }
    return run(process);
  }

  // --- the beginning -----------------------------------------------------------------------------

  private Optional<Progress> start(Process process) {
    try {
      options = TcpdumpOptions.parse(argv.subList(1, argv.size()));
    } catch (TcpdumpOptions.Bad e) {
      process.err().print(e.getMessage().endsWith("\n") ? e.getMessage() : e.getMessage() + "\n");
      return Optional.of(Progress.exited(1));
    }
    if (options.has('h')) {
      process
          .out()
          .print(TcpdumpOptions.VERSION + (argv.contains("--version") ? "" : TcpdumpOptions.USAGE));
      return Optional.of(Progress.exited(0));
    }
    if (options.has('D')) {
      process.out().print(Devices.list(process.world(), netns(process)));
      return Optional.of(Progress.exited(0));
    }
    return options.read().isPresent() ? readFile(process) : open(process);
  }

  private Optional<Progress> refuse(Process process, String sentence) {
    process.err().println("tcpdump: " + sentence);
    return Optional.of(Progress.exited(1));
  }

  private Optional<Progress> compile(Process process) {
    try {
      filter = FilterParser.parse(options.expression());
      return Optional.empty();
    } catch (FilterParser.Bad e) {
      return refuse(process, e.getMessage());
    }
  }

  private Optional<Progress> open(Process process) {
    World world = process.world();
    String name = options.device().orElseGet(() -> Devices.first(world, netns(process)));
    int device = Skb.NO_DEVICE;
    if (!name.equals(ANY)) {
      Optional<NetDevice> found = Devices.find(world, netns(process), name);
      if (found.isEmpty()) {
        return refuse(process, name + ": No such device exists\n(No such device exists)");
      }
      if ((found.get().flags & LinkFlags.UP) == 0) {
        return refuse(process, name + ": That device is not up");
      }
      device = found.get().id;
      name = found.get().name;
    }
    Optional<Progress> wrong = compile(process);
    if (wrong.isPresent()) {
      return wrong;
    }
    printer = new LinePrinter(options, name.equals(ANY));
    Optional<Progress> unwritable = openOutput(process);
    if (unwritable.isPresent()) {
      return unwritable;
    }
    listen(process, device);
    headline(process, name);
    return Optional.empty();
  }

  private Optional<Progress> openOutput(Process process) {
    if (options.write().isEmpty()) {
      return Optional.empty();
    }
    try {
      String path = options.write().get();
      fd = path.equals("-") ? STDOUT : openFile(process, path);
      process.output(fd).write(PcapFile.header(options.snapLength()));
      return Optional.empty();
    } catch (FileException e) {
      return refuse(process, options.write().get() + ": " + e.getMessage());
    }
  }

  private static int openFile(Process process, String path) {
    int file = process.syscalls().openForWriting(path, WriteMode.TRUNCATE);
    int free = process.syscalls().fds().free(3);
    process.syscalls().useFds(process.syscalls().fds().with(free, file));
    return free;
  }

  private void listen(Process process, int device) {
    PacketSocket packet =
        Sockets.openPacket(process.world(), netns(process), process.task(), process.token(0), 0);
    packet.process = "tcpdump";
    packet.pid = process.pid();
    packet.boundDev = device;
    packet.quiet = true;
    socket = packet.id;
    for (Signal signal : List.of(Signal.INT, Signal.TERM, Signal.HUP)) {
      process.catchSignal(signal);
    }
    nextBlock = process.now() + BLOCK_TIME;
    process.wakeAt(nextBlock);
  }

  private void headline(Process process, String name) {
    boolean any = name.equals(ANY);
    if (any) {
      process.err().println("tcpdump: data link type LINUX_SLL2");
    }
    boolean terse = options.verbosity() == 0 && options.write().isEmpty();
    process
        .err()
        .print(
            terse
                ? "tcpdump: verbose output suppressed, use -v[v]... for full protocol decode\n"
                : "tcpdump: ");
    String type = any ? "LINUX_SLL2 (Linux cooked v2)" : "EN10MB (Ethernet)";
    process
        .err()
        .println(
            "listening on "
                + name
                + ", link-type "
                + type
                + ", snapshot length "
                + options.snapLength()
                + " bytes");
  }

  // --- the loop ----------------------------------------------------------------------------------

  private Progress run(Process process) {
    boolean interrupted = false;
    while (process.takeSignal().isPresent()) {
      interrupted = true;
    }
    boolean enough = false;
    if (process.now() >= nextBlock) {
      enough = take(process);
      nextBlock += BLOCK_TIME;
      process.wakeAt(nextBlock);
    }
    if (!enough && !interrupted) {
      return Progress.BLOCKED;
    }
    count(process);
    close(process);
    flush(process, 0);
    if (!enough && options.write().isEmpty()) {
      process.err().print("\n");
    }
    process.err().println(packets(captured, "captured"));
    process.err().println(packets(received, "received by filter"));
    process.err().println("0 packets dropped by kernel");
    return Progress.exited(0);
  }

  private static String packets(long count, String what) {
    return count + (count == 1 ? " packet " : " packets ") + what;
  }

  /** Handles a finished block; whether there are enough now. */
  private boolean take(Process process) {
    Optional<PacketSocket> packet = packet(process);
    Optional<PacketSocket.Seen> seen = packet.flatMap(PacketSocket::take);
    while (seen.isPresent()) {
      Captured each = captured(process, seen.get());
      if (filter.matches(each)) {
        received++;
        if (options.direction().filter(d -> d != each.direction()).isEmpty()) {
          show(process, each);
          if (options.count() > 0 && captured >= options.count()) {
            return true;
          }
        }
      }
      seen = packet.flatMap(PacketSocket::take);
    }
    return false;
  }

  /** What came after the end was counted by the kernel all the same. */
  private void count(Process process) {
    Optional<PacketSocket> packet = packet(process);
    Optional<PacketSocket.Seen> seen = packet.flatMap(PacketSocket::take);
    while (seen.isPresent()) {
      if (filter.matches(captured(process, seen.get()))) {
        received++;
      }
      seen = packet.flatMap(PacketSocket::take);
    }
  }

  private Optional<PacketSocket> packet(Process process) {
    return Sockets.find(process.world(), netns(process).id, socket).map(PacketSocket.class::cast);
  }

  private static Captured captured(Process process, PacketSocket.Seen seen) {
    String name =
        process.world().hasDevice(seen.dev()) ? process.world().device(seen.dev()).name : "?";
    return new Captured(seen.frame(), seen.direction(), name, seen.at());
  }

  private void show(Process process, Captured each) {
    captured++;
    if (fd >= 0) {
      process.output(fd).write(PcapFile.record(each, options.snapLength()));
      return;
    }
    held += printer.line(each, names(process));
    flush(process, options.has('l') || options.has('U') ? 0 : STDIO);
  }

  /** Hands over what stdio holds, in whole blocks of that size; 0 for all of it. */
  private void flush(Process process, int block) {
    byte[] bytes = held.getBytes(StandardCharsets.UTF_8);
    int whole = block == 0 ? bytes.length : bytes.length / block * block;
    if (whole > 0) {
      process.out().write(java.util.Arrays.copyOf(bytes, whole));
      held = new String(bytes, whole, bytes.length - whole, StandardCharsets.UTF_8);
    }
  }

  private Names names(Process process) {
    if (options.numeric()) {
      return new Names(Map.of(), false);
    }
    Map<Ip4, String> hosts = new LinkedHashMap<>();
    hosts.put(Ip4.LOOPBACK, "localhost");
    return new Names(hosts, true);
  }

  // --- a file ------------------------------------------------------------------------------------

  private Optional<Progress> readFile(Process process) {
    String path = options.read().get();
    Optional<Progress> wrong = compile(process);
    if (wrong.isPresent()) {
      return wrong;
    }
    Optional<List<Captured>> frames;
    try {
      frames = PcapFile.read(contents(process, path));
    } catch (FileException e) {
      return refuse(process, path + ": " + e.getMessage());
    }
    if (frames.isEmpty()) {
      return refuse(process, "unknown file format");
    }
    Optional<Progress> unwritable = openOutput(process);
    if (unwritable.isPresent()) {
      return unwritable;
    }
    process
        .err()
        .println(
            "reading from file "
                + path
                + ", link-type EN10MB (Ethernet), snapshot length "
                + options.snapLength());
    printer = new LinePrinter(options, false);
    for (Captured each : frames.get()) {
      if (filter.matches(each) && (options.count() == 0 || captured < options.count())) {
        show(process, each);
      }
    }
    flush(process, 0);
    return Optional.of(Progress.exited(0));
  }

  private static byte[] contents(Process process, String path) {
    return process.input(path.equals("-") ? 0 : process.open(path)).read(Integer.MAX_VALUE);
  }
}
