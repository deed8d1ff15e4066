package vethlab.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.sim.World;

/**
 * One call of a command on a kernel, without a session: only what a command needs that ends at
 * once.
 */
public final class FakeProcess implements Process {
  private static final CommandTable TABLE = StandardCommands.table();

  /** What a call printed, both streams in the order of the writes, and how it ended. */
  public record Outcome(String printed, String out, String err, int status) {}

  private final Kernel kernel;
  private final Ns netns;
  private final List<String> argv;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private FakeProcess(Kernel kernel, Ns netns, List<String> argv) {
    this.kernel = kernel;
    this.netns = netns;
    this.argv = argv;
  }

  public static Outcome run(Kernel kernel, String line) {
    return run(kernel, List.of(line.split(" ")));
  }

  public static Outcome run(Kernel kernel, List<String> argv) {
    FakeProcess process = new FakeProcess(kernel, Ns.HOST, argv);
    Program program = TABLE.find(argv.getFirst()).orElseThrow().start(argv);
    Progress progress = program.advance(process);
    while (progress instanceof Progress.Exec(List<String> words, Ns ns, OptionalInt vrf)) {
      program = TABLE.find(words.getFirst()).orElseThrow().start(words);
      FakeProcess next = new FakeProcess(kernel, ns, words);
      progress = program.advance(next);
      process = next;
    }
    int status = progress instanceof Progress.Exited exited ? exited.status() : -1;
    return new Outcome(text(process.printed), text(process.out), text(process.err), status);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public int pid() {
    return 100;
  }

  @Override
  public List<String> argv() {
    return argv;
  }

  @Override
  public Ns netns() {
    return netns;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public Input input(int fd) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Output output(int fd) {
    return bytes -> {
      printed.writeBytes(bytes);
      (fd == 1 ? out : err).writeBytes(bytes);
    };
  }

  @Override
  public int open(String path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Files files() {
    return new ProcessFiles(new FileTree(Limits.USUAL), new KernelFiles(kernel, netns), "/root");
  }

  @Override
  public Kernel kernel() {
    return kernel;
  }

  @Override
  public World world() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int task() {
    return 0;
  }

  @Override
  public long token(int slot) {
    return slot;
  }

  @Override
  public long now() {
    return 0;
  }

  @Override
  public void wakeAt(long time) {}

  @Override
  public void catchSignal(Signal signal) {}

  @Override
  public Optional<Signal> takeSignal() {
    return Optional.empty();
  }

  @Override
  public boolean finds(String word) {
    return TABLE.find(word).isPresent();
  }

  @Override
  public int spawn(List<String> argv, Ns netns) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OptionalInt reap(int child) {
    return OptionalInt.empty();
  }

  @Override
  public Optional<String> takeWriteError() {
    return Optional.empty();
  }

  @Override
  public boolean isCommand(String word) {
    return finds(word);
  }

  @Override
  public List<Syscalls.ProcessInfo> processes() {
    return List.of();
  }

  @Override
  public Syscalls syscalls() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean kill(int pid, Signal signal) {
    return false;
  }
}
