package vethlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import vethlab.cli.grading.LabPaths;
import vethlab.lab.LabFolder;
import vethlab.lab.problem.Validation;
import vethlab.lab.yaml.Problem;

/** {@code vethlab validate}: every mistake of a lab at once, with its place. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Tell every mistake of labs with its line, column and what was meant, and what will not work",
      "as it stands: no way back, forwarding off, subnets that overlap, MTU steps."
    })
final class ValidateCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "LAB", description = "Folders of labs.")
  private List<Path> labs = List.of();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<Problem> all = new ArrayList<>();
    for (Path each : LabPaths.in(labs)) {
      all.addAll(Validation.of(LabFolder.at(each)));
    }
    if (json) {
      System.out.println(
          new JsonMapper().writeValueAsString(all.stream().map(ValidateCommand::row).toList()));
    } else {
      all.forEach(problem -> System.out.println(problem));
    }
    return all.stream().anyMatch(Problem::isError) ? ExitCodes.INVALID_LAB : ExitCodes.OK;
  }

  private static Map<String, Object> row(Problem problem) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("severity", problem.severity().name().toLowerCase(java.util.Locale.ROOT));
    row.put("file", problem.file());
    row.put("line", problem.line());
    row.put("column", problem.column());
    row.put("message", problem.message());
    return row;
  }
}
