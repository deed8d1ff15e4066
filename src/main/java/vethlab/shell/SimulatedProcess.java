package vethlab.shell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.shell.Limits.Limit;
import vethlab.sim.World;

/** One process of a {@link Session}. */
final class SimulatedProcess implements Process, Syscalls {

  /** Where a process is in its life. */
  enum Life {
    RUNNING,
    STOPPED,
    ENDED
  }

  private static final byte[] NOTHING = {};

  private final Session session;
  private final int pid;
  int parent;
  int children;
  Program program;
  List<String> argv;
  Ns netns;
  int vrf;
  Map<String, String> environment = Map.of();
  String directory = "/root";
  Fds fds = Fds.NONE;
  Place place = Place.FOREGROUND;
  Life life = Life.RUNNING;
  long startsAt;
  int status;
  Optional<Signal> endedBy = Optional.empty();
  boolean queued;
  boolean brokenPipe;
  int fullPipe = -1;

  /** The moment of the alarm that was set last: setting the same again sets no second one. */
  private long alarmAt = Long.MIN_VALUE;

  private Optional<String> writeError = Optional.empty();
  private Optional<Signal> childEndedBy = Optional.empty();
  private final Set<Signal> caught;
  private final Set<Signal> ignored;
  private final List<Signal> pending;
  private final TreeMap<Integer, byte[]> held;
  Optional<Signal> doom = Optional.empty();

  SimulatedProcess(Session session, int pid, int parent, Program program, List<String> argv) {
    this.session = session;
    this.pid = pid;
    this.parent = parent;
    this.program = program;
    this.argv = argv;
    this.netns = Ns.HOST;
    caught = EnumSet.noneOf(Signal.class);
    ignored = EnumSet.noneOf(Signal.class);
    pending = new ArrayList<>(0);
    held = new TreeMap<>();
  }

  /** The same process in a copy of its session. */
  SimulatedProcess(Session copy, SimulatedProcess other) {
    session = copy;
    pid = other.pid;
    alarmAt = other.alarmAt;
    parent = other.parent;
    children = other.children;
    program = other.program.copy();
    argv = other.argv;
    netns = other.netns;
    vrf = other.vrf;
    environment = other.environment;
    directory = other.directory;
    fds = other.fds;
    place = other.place;
    life = other.life;
    startsAt = other.startsAt;
    status = other.status;
    endedBy = other.endedBy;
    queued = other.queued;
    brokenPipe = other.brokenPipe;
    fullPipe = other.fullPipe;
    writeError = other.writeError;
    childEndedBy = other.childEndedBy;
    caught = EnumSet.copyOf(other.caught);
    ignored = EnumSet.copyOf(other.ignored);
    pending = new ArrayList<>(other.pending);
    held = new TreeMap<>(other.held);
    doom = other.doom;
  }

  /** A new process takes over what a child inherits. */
  void inherit(SimulatedProcess from, Fds descriptors) {
    netns = from.netns;
    vrf = from.vrf;
    environment = from.environment;
    directory = from.directory;
    place = from.place;
    ignored.addAll(from.ignored);
    fds = descriptors;
    session.openFiles().retain(fds);
  }

  /** Caught signals do what they do by default again, as after execve. */
  void forgetCaught() {
    caught.clear();
    pending.clear();
    held.clear();
  }

  byte[] held(int fd) {
    return held.isEmpty() ? NOTHING : held.getOrDefault(fd, NOTHING);
  }

  void hold(int fd, byte[] bytes) {
    if (bytes.length > 0) {
      session.limits().check(Limit.VALUE_BYTES, bytes.length);
      held.put(fd, bytes);
    } else if (!held.isEmpty()) {
      held.remove(fd);
    }
  }

  /** A deadly signal came while the session sleeps: it ends when the session is woken. */
  void endsWhenWoken(Signal signal) {
    doom = Optional.of(signal);
    session.ready(pid);
  }

  /** What a signal does to it: nothing, waking it, or ending it. */
  void deliver(Signal signal) {
    if (signal != Signal.KILL && signal != Signal.STOP) {
      if (caught.contains(signal)) {
        if (!pending.contains(signal)) {
          pending.add(signal);
        }
        session.ready(pid);
        return;
      }
      if (ignored.contains(signal) && signal != Signal.CONT) {
        return;
      }
    }
    switch (signal) {
      case CHLD -> {}
      case STOP, TSTP -> life = Life.STOPPED;
      case CONT -> {
        if (life == Life.STOPPED) {
          life = Life.RUNNING;
          session.ready(pid);
        }
      }
      default -> session.endBySignal(this, signal);
    }
  }

  @Override
  public int pid() {
    return pid;
  }

  @Override
  public List<String> argv() {
    return argv;
  }

  @Override
  public int vrf() {
    return vrf;
  }

  @Override
  public Ns netns() {
    return netns;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Input input(int fd) {
    return new ProcessInput(session, this, fd);
  }

  @Override
  public Output output(int fd) {
    return bytes -> session.write(this, fd, bytes);
  }

  @Override
  public boolean readerGone(int fd) {
    int file = fds.get(fd);
    if (file == Fds.CLOSED || !(session.openFiles().get(file) instanceof Channel.WriteEnd end)) {
      return false;
    }
    Channel.Pipe pipe = session.openFiles().pipe(end.pipe());
    if (pipe.readable && !pipe.writers.contains(pid)) {
      pipe.writers.add(pid);
    }
    return !pipe.readable;
  }

  @Override
  public int open(String path) {
    int file = openForReading(path);
    int fd = fds.free(3);
    useFds(fds.with(fd, file));
    return fd;
  }

  @Override
  public ProcessFiles files() {
    return new ProcessFiles(session.tree(), new KernelFiles(kernel(), netns), directory);
  }

  @Override
  public Kernel kernel() {
    return session.world().kernel();
  }

  @Override
  public World world() {
    return session.world();
  }

  @Override
  public int task() {
    return session.self();
  }

  @Override
  public long token(int slot) {
    return Session.token(pid, slot);
  }

  @Override
  public long now() {
    return session.world().now();
  }

  @Override
  public void wakeAt(long time) {
    boolean waitsForIt = alarmAt == time && time > session.world().now();
    if (!waitsForIt) {
      alarmAt = time;
      session.world().wakeAt(time, session.self(), token(0));
    }
  }

  @Override
  public void catchSignal(Signal signal) {
    caught.add(signal);
    ignored.remove(signal);
  }

  @Override
  public Optional<Signal> takeSignal() {
    return pending.isEmpty() ? Optional.empty() : Optional.of(pending.removeFirst());
  }

  @Override
  public int spawn(List<String> argv, Ns netns) {
    int child = session.start(this, argv, environment, fds, place);
    session.process(child).netns = netns;
    return child;
  }

  @Override
  public OptionalInt reap(int child) {
    SimulatedProcess ended = session.process(child);
    if (ended == null || ended.parent != pid || ended.life != Life.ENDED) {
      return OptionalInt.empty();
    }
    childEndedBy = ended.endedBy;
    session.bury(ended);
    children--;
    return OptionalInt.of(ended.status);
  }

  @Override
  public boolean kill(int target, Signal signal) {
    return session.kill(target, signal);
  }

  @Override
  public Optional<String> takeWriteError() {
    Optional<String> error = writeError;
    writeError = Optional.empty();
    return error;
  }

  /** Whether it goes on after that signal, because it ignores or catches it. */
  boolean survives(Signal signal) {
    return ignored.contains(signal) || caught.contains(signal);
  }

  void writeFailed(String message) {
    writeError = Optional.of(message);
  }

  @Override
  public boolean isCommand(String word) {
    return session.resolve(word, files()).isPresent();
  }

  @Override
  public Syscalls syscalls() {
    return this;
  }

  @Override
  public Fds fds() {
    return fds;
  }

  @Override
  public void useFds(Fds next) {
    session.openFiles().retain(next);
    session.openFiles().release(fds, session::ready);
    fds = next;
  }

  @Override
  public Fds saveFds() {
    session.openFiles().retain(fds);
    return fds;
  }

  @Override
  public void restoreFds(Fds saved) {
    session.openFiles().release(fds, session::ready);
    fds = saved;
  }

  @Override
  public void forgetFds(Fds saved) {
    session.openFiles().release(saved, session::ready);
  }

  @Override
  public PipeEnds pipe() {
    int pipe = session.openFiles().addPipe();
    return new PipeEnds(
        session.openFiles().add(new Channel.ReadEnd(pipe)),
        session.openFiles().add(new Channel.WriteEnd(pipe)));
  }

  @Override
  public int openForReading(String path) {
    OptionalInt same = ownDescriptor(path);
    if (same.isPresent()) {
      return same.getAsInt();
    }
    return session.openFiles().add(new Channel.Reading(files().bytes(path)));
  }

  @Override
  public int openForWriting(String path, WriteMode mode) {
    OptionalInt same = ownDescriptor(path);
    if (same.isPresent()) {
      return same.getAsInt();
    }
    String file = files().absolute(path);
    if (file.equals("/dev/null")) {
      return session.openFiles().add(new Channel.Null());
    }
    if (file.equals("/dev/tty")) {
      return session.openFiles().add(new Channel.Screen(Transcript.Stream.OUT));
    }
    if (KernelFiles.covers(file)) {
      files().requireWritable(file);
      return session.openFiles().add(new Channel.Setting(file));
    }
    session.tree().open(file, mode);
    return session.openFiles().add(new Channel.Writing(file));
  }

  /** The open file of /dev/stdin, /dev/fd/3 and the like. */
  private OptionalInt ownDescriptor(String path) {
    String file = FileTree.absolute(directory, path);
    int fd =
        switch (file) {
          case "/dev/stdin" -> 0;
          case "/dev/stdout" -> 1;
          case "/dev/stderr" -> 2;
          default ->
              file.matches("/(dev|proc/self)/fd/\\d{1,4}")
                  ? Integer.parseInt(file.substring(file.lastIndexOf('/') + 1))
                  : -1;
        };
    if (fd < 0) {
      return OptionalInt.empty();
    }
    if (!fds.isOpen(fd)) {
      throw FileException.noSuchFile();
    }
    return OptionalInt.of(fds.get(fd));
  }

  @Override
  public int openText(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return session.openFiles().add(new Channel.Reading(bytes));
  }

  @Override
  public int fork(Program child, Fds descriptors, Place place) {
    return session.fork(this, child, descriptors, place);
  }

  @Override
  public int start(
      List<String> argv, Map<String, String> environment, Fds descriptors, Place place) {
    return session.start(this, argv, environment, descriptors, place);
  }

  @Override
  public void setEnvironment(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void setWorkingDirectory(String path) {
    directory = files().absolute(path);
  }

  @Override
  public boolean finds(String word) {
    return session.resolve(word, files()).isPresent();
  }

  @Override
  public CommandTable commands() {
    return session.commands();
  }

  @Override
  public void ignoreSignal(Signal signal) {
    ignored.add(signal);
    caught.remove(signal);
  }

  @Override
  public void defaultSignal(Signal signal) {
    ignored.remove(signal);
    caught.remove(signal);
  }

  @Override
  public void place(int child, Place place) {
    session.place(child, place);
  }

  @Override
  public List<ProcessInfo> processes() {
    return session.processes();
  }

  ProcessInfo info() {
    return new ProcessInfo(pid, parent, argv, netns, life != Life.ENDED);
  }

  @Override
  public boolean isAlive(int target) {
    SimulatedProcess other = session.process(target);
    return other != null && other.life != Life.ENDED;
  }

  @Override
  public Optional<Signal> endedBy() {
    return childEndedBy;
  }

  @Override
  public void prompt(String prompt) {
    session.setPrompt(prompt);
  }

  @Override
  public void countCommand() {
    session.countCommand();
  }

  @Override
  public Limits limits() {
    return session.limits();
  }
}
