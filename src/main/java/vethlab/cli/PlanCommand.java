package vethlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import vethlab.linux.deploy.HostDeployment;
import vethlab.linux.explain.Sent;
import vethlab.op.Commands;
import vethlab.op.Kernel;
import vethlab.op.Op;

/** {@code vethlab plan}: what a deploy would do, as commands. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Print what a deploy would do, as commands, in their order. Does nothing.",
      "For a lab that runs: what would change it into what the lab says now."
    })
final class PlanCommand implements Callable<Integer> {
  private static final JsonMapper JSON = new JsonMapper();

  @Parameters(paramLabel = "LAB", description = "The lab's folder.")
  private Path lab = Path.of("");

  @Option(names = "--host", description = "On the machine's own network, not in a sandbox.")
  private boolean host;

  @Option(
      names = "--netlink",
      description = {
        "Each command with what a netlink library sends for it: the message's attributes and"
            + " bytes,",
        "and the call on Go's netlink library."
      })
  private boolean netlink;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    LabChoice choice = LabChoice.at(lab);
    return RealMode.guarded(() -> {
      List<Op> ops =
          host
              ? RealMode.onHost(
                  (deployment, kernel) -> onHost(choice.forMachine(), deployment, kernel))
              : inSandbox(choice);
      if (netlink) {
        sent(Sent.of(ops));
      } else {
        commands(ops.stream().map(Commands::text).toList());
      }
      return ExitCodes.OK;
    });
  }

  private static List<Op> onHost(LabChoice choice, HostDeployment deployment, Kernel kernel)
      throws IOException {
    Optional<MachineLab> there = MachineLab.of(choice.name(), deployment, kernel);
    return there.isEmpty() ? deployment.plan(choice.ops()) : there.get().wayBack();
  }

  private static List<Op> inSandbox(LabChoice choice) throws IOException {
    Optional<RunningLab> running = RunningLab.of(choice.name());
    if (running.isEmpty()) {
      return choice.ops();
    }
    try (RunningLab lab = running.get()) {
      List<Op> changes = lab.changesTo(choice.lab());
      if (changes.isEmpty()) {
        System.err.println(choice.name() + " is deployed already; nothing to change");
      }
      return changes;
    }
  }

  private void commands(List<String> commands) {
    if (json) {
      System.out.println(JSON.writeValueAsString(commands));
    } else {
      commands.forEach(System.out::println);
    }
  }

  private void sent(List<Sent> sent) {
    if (json) {
      System.out.println(JSON.writeValueAsString(SentJson.of(sent)));
    } else {
      sent.forEach(each -> System.out.println(each.text()));
    }
  }
}
