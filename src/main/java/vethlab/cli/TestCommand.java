package vethlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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

/** {@code vethlab test}: the checks of labs, asked. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Ask the checks of labs (checks.yaml) and tell which hold. A folder of folders is tested lab",
      "by lab. Ends with 4 where a check fails, with 3 where a lab is none."
    })
final class TestCommand implements Callable<Integer> {
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
    List<LabTest.Report> reports =
        LabPaths.in(labs).stream().map(this::test).peek(report -> print(table, report)).toList();
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

  private LabTest.Report test(Path path) {
    LabFolder folder = LabFolder.at(path);
    return LabTest.of(
        path.toString(),
        solution ? folder.solved() : folder,
        real ? LabTest.Kernels.REAL : LabTest.Kernels.SIMULATED);
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
