package vethlab.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vethlab.shell.Limits;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.sim.FrameLog;
import vethlab.sim.World;
import vethlab.sim.trace.Sentences;
import vethlab.sim.trace.StepText;
import vethlab.sim.trace.Tracer;

/** {@code vethlab run}: a script on a simulated host of its own. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Run a shell script on a fresh simulated host. Output and exit status are the script's.")
final class RunCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SCRIPT", description = "The script; - is stdin.")
  private String script = "";

  @Option(
      names = "--capture",
      paramLabel = "FILE",
      description = "Keep every frame on every interface in a pcapng file.")
  private Optional<Path> capture = Optional.empty();

  @Option(names = "--explain", description = "Print every step of every packet on stderr.")
  private boolean explain;

  @Option(names = "--json", description = "With --explain: as JSON lines.")
  private boolean json;

  @Option(names = "--stats", description = "End stderr with a line of figures.")
  private boolean stats;

  @Option(
      names = "--limit",
      paramLabel = "NAME=N",
      description = "Raise a limit: commands, output-bytes, virtual-seconds ... (repeatable).")
  private java.util.Map<String, Long> limits = java.util.Map.of();

  @Override
  public Integer call() throws IOException {
    byte[] text = read();
    World world = new World();
    FrameLog frames = new FrameLog();
    if (capture.isPresent()) {
      world.tap(frames);
    }
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    listen(world, frames, err);
    Session session = Scripts.session(name(), text, raised());
    long start = System.nanoTime();
    int status = new ScriptRun(world, session, out, err).run();
    long wall = System.nanoTime() - start;
    if (capture.isPresent()) {
      frames.capture(world).write(capture.get());
    }
    if (stats) {
      err.println(statistics(world, wall));
    }
    out.flush();
    err.flush();
    return status;
  }

  private byte[] read() {
    try {
      return script.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(script));
    } catch (IOException e) {
      throw new Failure(ExitCodes.USAGE, "cannot read " + script + ": " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException none -> "no such file";
      case java.nio.file.AccessDeniedException denied -> "permission denied";
      default -> String.valueOf(e.getMessage());
    };
  }

  private String name() {
    return script.equals("-") ? "bash" : script;
  }

  private Limits raised() {
    Limits all = Limits.USUAL;
    for (var each : limits.entrySet()) {
      Limits.Limit limit =
          Limits.Limit.named(each.getKey())
              .orElseThrow(() ->
                  new Failure(
                      ExitCodes.USAGE,
                      "no limit is called "
                          + each.getKey()
                          + "; there are "
                          + String.join(", ", Limits.Limit.words())));
      all = all.with(limit, each.getValue());
    }
    return all;
  }

  /** Who hears of steps: the capture's comments, the explanation, both or nobody. */
  private void listen(World world, FrameLog frames, PrintStream err) {
    Tracer explained = explain ? explanation(err) : Tracer.NOBODY;
    if (capture.isPresent() && explain) {
      world.tracer(step -> {
        frames.step(step);
        explained.step(step);
      });
    } else {
      world.tracer(capture.isPresent() ? frames : explained);
    }
  }

  private Tracer explanation(PrintStream err) {
    Sentences sentences = Sentences.in(Locale.ENGLISH);
    if (json) {
      StepJson lines = new StepJson(sentences);
      return step -> err.println(lines.of(step));
    }
    StepText lines = new StepText(sentences);
    return step -> err.print(lines.of(step));
  }

  private static PrintStream stream(FileDescriptor fd) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(fd), 1 << 16), false, StandardCharsets.UTF_8);
  }

  private static String statistics(World world, long wallNanos) {
    double wall = Math.max(wallNanos, 1) / 1e9;
    return String.format(
        Locale.ROOT,
        "stats: frames=%d events=%d virtual_s=%.6f wall_s=%.6f frames_per_s=%.0f",
        world.frames(),
        world.steps(),
        world.now() / 1e9,
        wall,
        world.frames() / wall);
  }
}
