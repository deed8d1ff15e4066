package vethlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vethlab.cli.fuzz.ScriptGenerator;
import vethlab.cli.fuzz.Shrinker;
import vethlab.cli.fuzz.Tally;
import vethlab.lab.compare.Difference;
import vethlab.linux.agent.Launch;

/** {@code ./vethlab-fuzz}: random scripts on both kernels; a difference is shrunk and printed. */
@Command(
    name = "fuzz",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Run random scripts on this machine's kernel and in the simulator.")
final class FuzzCommand implements Callable<Integer> {
  /** How long a script is made smaller, in nanoseconds; each try is a run on the kernel. */
  private static final long SHRINKING = 60_000_000_000L;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How long; ${DEFAULT-VALUE} usually.")
  private double minutes = 1;

  @Option(names = "--seed", paramLabel = "N", description = "The first seed; others follow.")
  private long seed = 1;

  @Option(names = "--scripts", paramLabel = "N", description = "How many scripts at most.")
  private long scripts = Long.MAX_VALUE;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many at once; they mostly wait. ${DEFAULT-VALUE} usually.")
  private int jobs = 3;

  @Option(names = "--keep", paramLabel = "DIR", description = "Where shrunk scripts are kept.")
  private Optional<Path> keep = Optional.empty();

  @Option(names = "--no-shrink", description = "Print differing scripts as they are.")
  private boolean whole;

  private final Tally tally = new Tally();

  @Override
  public Integer call() {
    Launch.obstacle()
        .ifPresent(why -> {
          throw new Failure(ExitCodes.NEEDS_PRIVILEGE, "the kernel can't be asked: " + why);
        });
    long until = System.nanoTime() + (long) (minutes * 60e9);
    AtomicLong next = new AtomicLong();
    try (ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        all.add(workers.submit(() -> work(next, until)));
      }
      for (Future<?> each : all) {
        await(each);
      }
    }
    System.out.print(tally);
    return tally.differing() == 0 ? ExitCodes.OK : ExitCodes.DIFFERS;
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException e) {
      throw new Failure(ExitCodes.FAILED, "the kernel could not be asked: " + e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(AtomicLong next, long until) {
    for (long at = next.getAndIncrement();
        at < scripts && System.nanoTime() < until;
        at = next.getAndIncrement()) {
      examine(seed + at);
    }
  }

  private void examine(long at) {
    List<String> lines = ScriptGenerator.script(at);
    Optional<BothKernels.Verdict> verdict = run(lines);
    if (verdict.isEmpty()) {
      return;
    }
    tally.compared(verdict.get().real().frames());
    Optional<BothKernels.Differs> first = first(verdict);
    if (first.isEmpty()) {
      return;
    }
    if (!isSteady(lines, first.get())) {
      tally.unsteady();
      return;
    }
    report(at, lines, first.get());
  }

  /**
   * Whether the kernel does the same again, and both still differ where the commands take longer:
   * who comes first of two that come at nearly the same time says nothing.
   */
  private boolean isSteady(List<String> lines, BothKernels.Differs first) {
    Optional<BothKernels.Differs> again = first(run(lines));
    return again.isPresent()
        && again.get().where().expected().equals(first.where().expected())
        && spaced(lines).filter(spaced -> spaced.what().equals(first.what())).isPresent();
  }

  private Optional<BothKernels.Differs> spaced(List<String> lines) {
    return first(run(ScriptGenerator.spaced(lines)));
  }

  private static Optional<BothKernels.Differs> first(Optional<BothKernels.Verdict> verdict) {
    return verdict.flatMap(v -> v.differences().stream().findFirst());
  }

  /** A run whose recording missed frames says nothing; one that could not be made ends it all. */
  private Optional<BothKernels.Verdict> run(List<String> lines) {
    try {
      BothKernels.Verdict verdict =
          BothKernels.run("random.sh", text(lines).getBytes(StandardCharsets.UTF_8));
      if (verdict.lostFrames() > 0) {
        tally.lossy();
        return Optional.empty();
      }
      return Optional.of(verdict);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private void report(long at, List<String> lines, BothKernels.Differs first) {
    long enough = System.nanoTime() + SHRINKING;
    List<String> small =
        whole
            ? lines
            : Shrinker.shrink(
                lines,
                less -> spaced(less).filter(d -> d.what().equals(first.what())).isPresent(),
                () -> System.nanoTime() < enough);
    BothKernels.Differs shown = spaced(small).orElse(first);
    Difference where = shown.where();
    tally.differs(shown.what());
    synchronized (System.out) {
      System.out.println("# seed " + at + ": " + shown.what() + " differ " + where.section());
      System.out.println("#   the kernel:    " + where.expected());
      System.out.println("#   the simulator: " + where.actual());
      System.out.println(text(small));
    }
    keep.ifPresent(folder -> write(folder, "random-" + at + ".sh", text(small)));
  }

  private static void write(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
