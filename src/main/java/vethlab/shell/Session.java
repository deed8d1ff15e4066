package vethlab.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import vethlab.op.Ns;
import vethlab.shell.Limits.Limit;
import vethlab.shell.SimulatedProcess.Life;
import vethlab.shell.Syscalls.Place;
import vethlab.sim.Task;
import vethlab.sim.World;
import vethlab.sim.netdev.NetnsControl;

/**
 * One terminal: a first program (a shell), the processes that come of it, their pipes and files,
 * and what they have printed. It runs whenever it is woken, until every process waits.
 *
 * <p>All of it is plain state: {@link #copy} gives an independent session that goes on in the same
 * way. Processes take turns in the order they became ready.
 */
public final class Session implements Task {

  /** Virtual time from the fork of a command to its first step, in nanoseconds. */
  public static final long EXEC_TIME = 1_000_000;

  /** Virtual time after which a program goes on that does not wait by itself, in nanoseconds. */
  public static final long SLICE_TIME = 1_000_000;

  /** The exit status of a session that a limit or its own end of events has ended. */
  public static final int ENDED_STATUS = 125;

  /** How the line begins that says why. */
  public static final String ENDED_MARK = "vethlab: ";

  private static final int FIRST_PID = 1000;
  private static final long NEVER = Long.MAX_VALUE;
  private static final int PATIENCE_SLOT = Integer.MAX_VALUE;
  private static final long NANOS = 1_000_000_000;

  private final CommandTable commands;
  private final Limits limits;
  private final FileTree tree;
  private final OpenFiles files;
  private final TreeMap<Integer, SimulatedProcess> processes = new TreeMap<>();
  private final ArrayDeque<Integer> ready = new ArrayDeque<>();
  private final int keyboard;
  private long patience = NEVER;
  private int nextPid = FIRST_PID;
  private long commandCount;
  private Transcript transcript = Transcript.EMPTY;
  private Optional<String> prompt = Optional.empty();
  private OptionalInt exitStatus = OptionalInt.empty();
  private World world;
  private int self;

  /** A session whose first process runs this program; nothing happens before it is woken. */
  public Session(Program first, List<String> argv, CommandTable commands, Limits limits) {
    this.commands = commands;
    this.limits = limits;
    tree = new FileTree(limits);
    files = new OpenFiles();
    keyboard = files.addPipe();
    int in = files.add(new Channel.Keyboard(keyboard));
    int out = files.add(new Channel.Screen(Transcript.Stream.OUT));
    int err = files.add(new Channel.Screen(Transcript.Stream.ERR));
    SimulatedProcess shell = new SimulatedProcess(this, nextPid++, 0, first, argv);
    shell.environment = firstEnvironment();
    shell.fds = Fds.NONE.with(0, in).with(1, out).with(2, err);
    files.retain(shell.fds);
    processes.put(shell.pid(), shell);
    ready(shell.pid());
  }

  private Session(Session other) {
    commands = other.commands;
    limits = other.limits;
    tree = other.tree.copy();
    files = other.files.copy();
    other.processes.forEach((pid, p) -> processes.put(pid, new SimulatedProcess(this, p)));
    ready.addAll(other.ready);
    keyboard = other.keyboard;
    patience = other.patience;
    nextPid = other.nextPid;
    commandCount = other.commandCount;
    transcript = other.transcript;
    prompt = other.prompt;
    exitStatus = other.exitStatus;
  }

  @Override
  public Session copy() {
    return new Session(this);
  }

  private static Map<String, String> firstEnvironment() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("HOME", "/root");
    variables.put("LANG", "C.UTF-8");
    variables.put("LOGNAME", "root");
    variables.put("PATH", String.join(":", CommandTable.PATH));
    variables.put("PWD", "/root");
    variables.put("SHELL", "/bin/bash");
    variables.put("TERM", "xterm");
    variables.put("USER", "root");
    return java.util.Collections.unmodifiableMap(variables);
  }

  // ---- from outside

  /** What has been printed so far. */
  public Transcript transcript() {
    return transcript;
  }

  /** The first process's exit status, once it has ended. */
  public OptionalInt exitStatus() {
    return exitStatus;
  }

  /** The prompt of the shell that waits for a line at the terminal, if one does. */
  public Optional<String> prompt() {
    return prompt;
  }

  /** Types a line at the terminal; whoever reads it goes on when the session is woken next. */
  public void feed(String line) {
    prompt = Optional.empty();
    type((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Ctrl+D: nothing more is typed. */
  public void endInput() {
    files.pipe(keyboard).writable = false;
    type(new byte[0]);
  }

  private void type(byte[] bytes) {
    Channel.Pipe pipe = files.pipe(keyboard);
    pipe.queue.add(bytes);
    OpenFiles.wakeAll(pipe.readers, this::ready);
  }

  /** Ctrl+C: SIGINT to every process in the foreground. It takes effect when next woken. */
  public void interrupt() {
    for (SimulatedProcess p : List.copyOf(processes.values())) {
      if (p.place == Place.FOREGROUND && p.life != Life.ENDED) {
        p.deliver(Signal.INT);
      }
    }
  }

  /**
   * From now on Ctrl+C is pressed when a command in the foreground has run for that long and would
   * not end by itself, in nanoseconds: whoever pastes a page's {@code ping ADDRESS} does so.
   */
  public void interruptEndless(long after) {
    patience = after;
  }

  private void losePatience(int pid) {
    SimulatedProcess process = processes.get(pid);
    if (process != null && isEndless(process)) {
      interrupt();
    }
  }

  /** Whether a command in the foreground goes on until somebody presses Ctrl+C. */
  public boolean isEndless() {
    return processes.values().stream().anyMatch(Session::isEndless);
  }

  private static boolean isEndless(SimulatedProcess process) {
    return process.life == Life.RUNNING
        && process.place == Place.FOREGROUND
        && !process.program.endsByItself();
  }

  /** Puts a file into the session's file system before it starts. */
  public void putFile(String path, String text) {
    String directory = FileTree.parent(path);
    if (!tree.exists(directory)) {
      makeDirectories(directory);
    }
    tree.open(path, Syscalls.WriteMode.TRUNCATE);
    tree.append(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private void makeDirectories(String path) {
    if (!tree.exists(path)) {
      makeDirectories(FileTree.parent(path));
      tree.makeDirectory(path);
    }
  }

  /** The call that the foreground waits for, the innermost one; empty when it waits for nobody. */
  public Optional<String> waitsFor() {
    SimulatedProcess last = null;
    for (SimulatedProcess p : processes.values()) {
      if (p.life != Life.ENDED && p.place == Place.FOREGROUND) {
        last = p;
      }
    }
    return Optional.ofNullable(last).map(p -> String.join(" ", p.argv));
  }

  /** Ends the session with a message on its standard error and {@link #ENDED_STATUS}. */
  public void end(String message) {
    String line = ENDED_MARK + message + "\n";
    transcript = transcript.plus(Transcript.Stream.ERR, line.getBytes(StandardCharsets.UTF_8));
    exitStatus = OptionalInt.of(ENDED_STATUS);
    ready.clear();
  }

  /** Goes on until every process waits. */
  @Override
  public void wake(World world, int self, long token) {
    this.world = world;
    this.self = self;
    try {
      limits.check(Limit.VIRTUAL_SECONDS, world.now() / NANOS);
      if ((int) token == PATIENCE_SLOT) {
        losePatience((int) (token >>> 32));
      } else {
        ready((int) (token >>> 32));
      }
      while (!ready.isEmpty()) {
        SimulatedProcess process = processes.get(ready.poll());
        if (process != null) {
          process.queued = false;
          step(process);
        }
      }
    } catch (Limits.LimitReached limit) {
      String running = waitsFor().map(call -> " (running: " + call + ")").orElse("");
      end(limit.getMessage() + running);
    } catch (StackOverflowError tooDeep) {
      end("the script is nested too deeply: " + waitsFor().orElse(""));
    } finally {
      this.world = null;
    }
  }

  static long token(int pid, int slot) {
    return ((long) pid << 32) | slot;
  }

  // ---- scheduling

  void ready(int pid) {
    SimulatedProcess process = processes.get(pid);
    if (process != null && !process.queued && process.life == Life.RUNNING) {
      process.queued = true;
      ready.add(pid);
    }
  }

  private void step(SimulatedProcess process) {
    if (process.doom.isPresent()) {
      endBySignal(process, process.doom.get());
      return;
    }
    if (process.life != Life.RUNNING || world.now() < process.startsAt || stalled(process)) {
      return;
    }
    Progress progress = process.program.advance(process);
    if (process.life == Life.ENDED) {
      return;
    }
    if (process.brokenPipe) {
      process.brokenPipe = false;
      process.deliver(Signal.PIPE);
      if (process.life == Life.ENDED) {
        return;
      }
    }
    switch (progress) {
      case Progress.Exited exited -> end(process, exited.status(), Optional.empty());
      case Progress.Blocked blocked -> {}
      case Progress.Again again -> {
        countCommand();
        world.wakeAt(world.now() + SLICE_TIME, self, token(process.pid(), 0));
      }
      case Progress.Exec exec -> become(process, exec);
    }
    if (process.fullPipe >= 0 && process.life == Life.RUNNING) {
      ready(process.pid());
    }
  }

  /** Whether a process has to wait until the pipe it filled has room again. */
  private boolean stalled(SimulatedProcess process) {
    if (process.fullPipe < 0) {
      return false;
    }
    Channel.Pipe pipe = files.pipe(process.fullPipe);
    if (pipe != null && pipe.readable && pipe.isFull()) {
      if (!pipe.writers.contains(process.pid())) {
        pipe.writers.add(process.pid());
      }
      return true;
    }
    process.fullPipe = -1;
    return false;
  }

  @Override
  public boolean isIn(Ns ns) {
    return processes.values().stream()
        .anyMatch(process -> process.life != Life.ENDED && process.netns.equals(ns));
  }

  @Override
  public void renamed(Ns from, Ns to) {
    for (SimulatedProcess process : processes.values()) {
      if (process.netns.equals(from)) {
        process.netns = to;
      }
    }
  }

  private void become(SimulatedProcess process, Progress.Exec exec) {
    process.argv = exec.argv();
    Ns left = process.netns;
    process.netns = exec.netns();
    NetnsControl.left(world, left);
    process.vrf = exec.vrf().orElse(process.vrf);
    process.forgetCaught();
    launch(process);
  }

  private void launch(SimulatedProcess process) {
    String word = process.argv.getFirst();
    process.program =
        resolve(word, process.files())
            .map(command -> command.start(process.argv))
            .orElseGet(() -> new MissingProgram(word));
    process.startsAt = world.now() + EXEC_TIME;
    world.wakeAt(process.startsAt, self, token(process.pid(), 0));
    if (patience != NEVER && process.place == Place.FOREGROUND) {
      world.wakeAt(process.startsAt + patience, self, token(process.pid(), PATIENCE_SLOT));
    }
  }

  /** The command of a word: one of the table, or a script in the file system. */
  Optional<Command> resolve(String word, Files view) {
    Optional<Command> known = commands.find(word);
    if (known.isPresent() || word.indexOf('/') < 0 || view.isDirectory(word)) {
      return known;
    }
    return view.isExecutable(word)
        ? commands.find("bash").map(bash -> argv -> bash.start(withInterpreter(argv)))
        : Optional.empty();
  }

  private static List<String> withInterpreter(List<String> argv) {
    List<String> whole = new ArrayList<>(argv);
    whole.addFirst("bash");
    return whole;
  }

  int fork(SimulatedProcess parent, Program program, Fds descriptors, Place place) {
    limits.check(Limit.PROCESSES, processes.size() + 1);
    SimulatedProcess child =
        new SimulatedProcess(this, nextPid++, parent.pid(), program, parent.argv);
    child.inherit(parent, descriptors);
    if (place == Place.BACKGROUND) {
      child.place = place;
    }
    parent.children++;
    processes.put(child.pid(), child);
    ready(child.pid());
    return child.pid();
  }

  int start(
      SimulatedProcess parent,
      List<String> argv,
      Map<String, String> environment,
      Fds descriptors,
      Place place) {
    int pid = fork(parent, MissingProgram.NONE, descriptors, place);
    SimulatedProcess child = process(pid);
    child.argv = argv;
    child.environment = environment;
    launch(child);
    return pid;
  }

  private void end(SimulatedProcess process, int status, Optional<Signal> signal) {
    process.life = Life.ENDED;
    process.status = status;
    process.endedBy = signal;
    files.release(process.fds, this::ready);
    process.fds = Fds.NONE;
    if (process.children > 0) {
      disown(process);
    }
    NetnsControl.left(world, process.netns);
    SimulatedProcess parent = processes.get(process.parent);
    if (process.parent == 0) {
      exitStatus = OptionalInt.of(status);
      prompt = Optional.empty();
    }
    if (parent == null) {
      bury(process);
    } else {
      ready(parent.pid());
    }
  }

  /** Children of a process that has ended have nobody who waits for them. */
  private void disown(SimulatedProcess process) {
    for (SimulatedProcess child : List.copyOf(processes.values())) {
      if (child.parent == process.pid()) {
        child.parent = -1;
        if (child.life == Life.ENDED) {
          bury(child);
        }
      }
    }
  }

  void bury(SimulatedProcess process) {
    processes.remove(process.pid());
  }

  void endBySignal(SimulatedProcess process, Signal signal) {
    if (process.life == Life.ENDED) {
      return;
    }
    if (world == null) {
      process.endsWhenWoken(signal);
      return;
    }
    process.program.killed(process);
    end(process, 128 + signal.number(), Optional.of(signal));
  }

  boolean kill(int pid, Signal signal) {
    SimulatedProcess target = processes.get(pid);
    if (target == null || target.life == Life.ENDED) {
      return false; // a shell collects its children at once
    }
    target.deliver(signal);
    return true;
  }

  void place(int pid, Place place) {
    SimulatedProcess process = processes.get(pid);
    if (process != null) {
      process.place = place;
      if (process.children > 0) {
        for (SimulatedProcess child : List.copyOf(processes.values())) {
          if (child.parent == pid) {
            place(child.pid(), place);
          }
        }
      }
    }
  }

  // ---- for the processes

  void write(SimulatedProcess process, int fd, byte[] bytes) {
    int file = process.fds.get(fd);
    if (file == Fds.CLOSED) {
      process.writeFailed("Bad file descriptor");
      return;
    }
    switch (files.get(file)) {
      case Channel.Screen screen -> {
        transcript = transcript.plus(screen.stream(), bytes);
        limits.check(Limit.OUTPUT_BYTES, transcript.size());
      }
      case Channel.Writing writing -> tree.append(writing.path(), bytes);
      case Channel.Setting setting ->
          process
              .files()
              .kernel()
              .write(setting.path(), new String(bytes, StandardCharsets.UTF_8))
              .ifPresent(process::writeFailed);
      case Channel.WriteEnd end -> writePipe(process, end.pipe(), bytes);
      case Channel.Null nothing -> {}
      case Channel.Reading r -> process.writeFailed("Bad file descriptor");
      case Channel.ReadEnd r -> process.writeFailed("Bad file descriptor");
      case Channel.Keyboard k -> transcript = transcript.plus(Transcript.Stream.OUT, bytes);
    }
  }

  private void writePipe(SimulatedProcess process, int id, byte[] bytes) {
    Channel.Pipe pipe = files.pipe(id);
    if (!pipe.readable) {
      process.brokenPipe = true;
      if (process.survives(Signal.PIPE)) {
        process.writeFailed("Broken pipe");
      }
      return;
    }
    pipe.queue.add(bytes);
    limits.check(Limit.OUTPUT_BYTES, pipe.queue.size());
    if (pipe.isFull()) {
      process.fullPipe = id;
    }
    OpenFiles.wakeAll(pipe.readers, this::ready);
  }

  void setPrompt(String text) {
    prompt = Optional.of(text);
  }

  void countCommand() {
    limits.check(Limit.COMMANDS, ++commandCount);
  }

  /** All processes, by pid. */
  public List<Syscalls.ProcessInfo> processes() {
    return processes.values().stream().map(SimulatedProcess::info).toList();
  }

  SimulatedProcess process(int pid) {
    return processes.get(pid);
  }

  World world() {
    return world;
  }

  int self() {
    return self;
  }

  OpenFiles openFiles() {
    return files;
  }

  FileTree tree() {
    return tree;
  }

  CommandTable commands() {
    return commands;
  }

  Limits limits() {
    return limits;
  }
}
