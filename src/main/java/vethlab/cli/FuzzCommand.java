package vethlab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vethlab.cli.fuzz.ScriptGenerator;
import vethlab.cli.fuzz.Shrinker;
import vethlab.lab.compare.Difference;
import vethlab.linux.agent.Launch;

/** {@code ./vethlab-fuzz}: random scripts on both kernels; a difference is shrunk and printed. */
@Command(
    name = "fuzz",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Run random scripts on this machine's kernel and in the simulator.")
final class FuzzCommand implements Callable<Integer> {
  /** How often a script must differ in the same way before it counts: the kernel has its moods. */
  private static final int CONFIRMATIONS = 2;

  private static final int SHRINKING_RUNS = 60;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How long; ${DEFAULT-VALUE} usually.")
  private double minutes = 1;

  @Option(names = "--seed", paramLabel = "N", description = "The first seed; others follow.")
  private long seed = 1;

  @Option(names = "--scripts", paramLabel = "N", description = "How many scripts at most.")
  private long scripts = Long.MAX_VALUE;

  @Option(names = "--keep", paramLabel = "DIR", description = "Where shrunk scripts are kept.")
  private Optional<Path> keep = Optional.empty();

  @Option(names = "--no-shrink", description = "Print differing scripts as they are.")
  private boolean whole;

  private long lossy;
  private final TreeMap<String, Integer> kinds = new TreeMap<>();

  @Override
  public Integer call() throws IOException {
    Launch.obstacle()
        .ifPresent(why -> {
          throw new Failure(ExitCodes.NEEDS_PRIVILEGE, "the kernel can't be asked: " + why);
        });
    long until = System.nanoTime() + (long) (minutes * 60e9);
    long run = 0;
    long differing = 0;
    long moods = 0;
    for (long at = seed; run < scripts && System.nanoTime() < until; at++) {
      run++;
      List<String> lines = ScriptGenerator.script(at);
      Optional<BothKernels.Differs> first = difference(lines);
      if (first.isEmpty()) {
        continue;
      }
      if (isMood(lines, first.get())) {
        moods++;
        continue;
      }
      differing++;
      report(at, lines, first.get());
    }
    System.out.println(
        run
            + " scripts, "
            + differing
            + " differ, "
            + moods
            + " differed once and not again, "
            + lossy
            + " lost frames in the recording");
    kinds.forEach((kind, count) -> System.out.println("  " + count + " " + kind));
    return differing == 0 ? ExitCodes.OK : ExitCodes.DIFFERS;
  }

  /** Whether the kernel does something else when it is asked again. */
  private boolean isMood(List<String> lines, BothKernels.Differs first) {
    for (int i = 0; i < CONFIRMATIONS; i++) {
      Optional<BothKernels.Differs> again = difference(lines);
      if (again.isEmpty() || !again.get().where().expected().equals(first.where().expected())) {
        return true;
      }
    }
    return false;
  }

  /** A run whose recording missed frames says nothing; one that could not be made ends it all. */
  private Optional<BothKernels.Differs> difference(List<String> lines) {
    try {
      BothKernels.Verdict verdict =
          BothKernels.run("random.sh", text(lines).getBytes(StandardCharsets.UTF_8));
      if (verdict.lostFrames() > 0) {
        lossy++;
        return Optional.empty();
      }
      return verdict.differences().stream().findFirst();
    } catch (IOException e) {
      throw new Failure(ExitCodes.FAILED, "the kernel could not be asked: " + e.getMessage());
    }
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private void report(long at, List<String> lines, BothKernels.Differs first) throws IOException {
    List<String> small =
        whole
            ? lines
            : Shrinker.shrink(
                lines,
                less -> difference(less).filter(d -> d.what().equals(first.what())).isPresent(),
                SHRINKING_RUNS);
    BothKernels.Differs shown = difference(small).orElse(first);
    Difference where = shown.where();
    kinds.merge(shown.what(), 1, Integer::sum);
    System.out.println("# seed " + at + ": " + shown.what() + " differ " + where.section());
    System.out.println("#   the kernel:    " + where.expected());
    System.out.println("#   the simulator: " + where.actual());
    System.out.println(text(small));
    if (keep.isPresent()) {
      Files.createDirectories(keep.get());
      Files.writeString(keep.get().resolve("random-" + at + ".sh"), text(small));
    }
  }
}
