package vethlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import vethlab.op.Commands;
import vethlab.op.Op;

/** {@code vethlab plan}: what a deploy would do, as commands. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Print what a deploy would do, as commands, in their order. Does nothing.")
final class PlanCommand implements Callable<Integer> {
  @Parameters(paramLabel = "LAB", description = "The lab's folder.")
  private Path lab = Path.of("");

  @Option(names = "--host", description = "On the machine's own network, not in a sandbox.")
  private boolean host;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    LabChoice choice = LabChoice.at(lab);
    return RealMode.guarded(() -> {
      List<Op> ops =
          host
              ? RealMode.onHost((deployment, kernel) -> deployment.plan(choice.ops()))
              : choice.ops();
      List<String> commands = ops.stream().map(Commands::text).toList();
      if (json) {
        System.out.println(new JsonMapper().writeValueAsString(commands));
      } else {
        commands.forEach(System.out::println);
      }
      return ExitCodes.OK;
    });
  }
}
