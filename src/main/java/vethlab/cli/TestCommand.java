package vethlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vethlab.cli.grading.CsvReport;
import vethlab.cli.grading.JsonReport;
import vethlab.cli.grading.JunitReport;
import vethlab.cli.grading.LabPaths;
import vethlab.cli.grading.TableReport;
import vethlab.lab.LabFolder;
import vethlab.lab.check.CheckSentences;
import vethlab.lab.check.LabTest;
import vethlab.lab.yaml.Problem;

/** {@code vethlab test}: the checks of labs, asked. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Ask the checks of labs (checks.yaml) and tell which hold. A folder of folders is tested lab",
      "by lab. Ends with 4 where a check fails, with 3 where a lab is none."
    })
final class TestCommand implements Callable<Integer> {
  /** A real kernel is mostly waited for. */
  private static final int WAITING_FOR_EACH = 2;

  @Parameters(arity = "1..*", paramLabel = "LAB", description = "Folders of labs, or of many labs.")
  private List<Path> labs = List.of();

  @Option(
      names = "--solution",
      description = "With the files of solution/ laid over the lab's own. Changes nothing.")
  private boolean solution;

  @Option(
      names = "--real",
      description = "On this machine's kernel, each lab in sandboxes of its own.")
  private boolean real;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(names = "--junit", paramLabel = "FILE", description = "Also as JUnit XML, for CI.")
  private Optional<Path> junit = Optional.empty();

  @Option(names = "--csv", paramLabel = "FILE", description = "Also as CSV, a row a check.")
  private Optional<Path> csv = Optional.empty();

  @Override
  public Integer call() {
    if (real) {
      RealMode.needSandbox();
    }
    CheckSentences sentences = CheckSentences.in(Locale.ENGLISH);
    TableReport table = new TableReport(sentences);
    List<LabTest.Report> reports = test(report -> print(table, report));
    if (json) {
      System.out.println(new JsonReport(sentences).of(reports));
    } else {
      System.out.print(table.sum(reports));
    }
    try {
      if (junit.isPresent()) {
        new JunitReport(sentences).write(reports, junit.get());
      }
      if (csv.isPresent()) {
        new CsvReport(sentences).write(reports, csv.get());
      }
    } catch (IOException e) {
      throw new Failure(ExitCodes.FAILED, "cannot write the report: " + e.getMessage());
    }
    return exitCode(reports);
  }

  /** Several labs at once, told in their order. */
  private List<LabTest.Report> test(Consumer<LabTest.Report> told) {
    int atOnce = Runtime.getRuntime().availableProcessors() * (real ? WAITING_FOR_EACH : 1);
    List<LabTest.Report> reports = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(atOnce)) {
      List<CompletableFuture<LabTest.Report>> tests =
          LabPaths.in(labs).stream()
              .map(path -> CompletableFuture.supplyAsync(() -> test(path), pool))
              .toList();
      for (CompletableFuture<LabTest.Report> each : tests) {
        reports.add(each.join());
        told.accept(reports.getLast());
      }
    }
    return reports;
  }

  /** Whatever a lab does, it is one row. */
  private LabTest.Report test(Path path) {
    LabFolder folder = LabFolder.at(path);
    try {
      return LabTest.of(
          path.toString(),
          solution ? folder.solved() : folder,
          real ? LabTest.Kernels.REAL : LabTest.Kernels.SIMULATED);
    } catch (RuntimeException | StackOverflowError e) {
      Problem problem =
          new Problem(
              Problem.Severity.ERROR, path.toString(), 0, 0, "a mistake of Vethlab's own: " + e);
      return new LabTest.Report(path.toString(), List.of(problem), List.of(), List.of());
    }
  }

  private void print(TableReport table, LabTest.Report report) {
    if (!json) {
      System.out.print(table.of(report));
    }
  }

  private static int exitCode(List<LabTest.Report> reports) {
    if (reports.stream().anyMatch(report -> !report.isInvalid() && !report.passes())) {
      return ExitCodes.CHECKS_FAILED;
    }
    return reports.stream().anyMatch(LabTest.Report::isInvalid)
        ? ExitCodes.INVALID_LAB
        : ExitCodes.OK;
  }
}
