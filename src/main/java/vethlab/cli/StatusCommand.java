package vethlab.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import vethlab.linux.deploy.HostDeployment;
import vethlab.op.Commands;
import vethlab.op.Op;

/** {@code vethlab status}: which labs run, and whether they are still as they were deployed. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "List the labs that run, and what somebody has changed in them.")
final class StatusCommand implements Callable<Integer> {
  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    return RealMode.guarded(this::list);
  }

  private int list() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String name : RealMode.FOLDERS.names()) {
      Optional<Row> row =
          HostDeployment.has(RealMode.FOLDERS, name) ? onHost(name) : inSandbox(name);
      row.ifPresent(rows::add);
    }
    if (json) {
      System.out.println(
          new JsonMapper().writeValueAsString(rows.stream().map(Row::json).toList()));
    } else {
      rows.forEach(Row::print);
    }
    return ExitCodes.OK;
  }

  private static Optional<Row> onHost(String name) throws IOException {
    return RealMode.onHost((deployment, kernel) -> {
      Optional<MachineLab> lab = MachineLab.of(name, deployment, kernel);
      return lab.isEmpty()
          ? Optional.empty()
          : Optional.of(new Row(name, "on the machine", commands(lab.get().drift())));
    });
  }

  private static Optional<Row> inSandbox(String name) throws IOException {
    Optional<RunningLab> running = RunningLab.of(name);
    if (running.isEmpty()) {
      return Optional.empty();
    }
    try (RunningLab lab = running.get()) {
      String where =
          RealMode.sandboxes().pid(name).map(pid -> "sandbox, process " + pid).orElse("sandbox");
      return Optional.of(new Row(name, where, commands(lab.drift())));
    }
  }

  private static List<String> commands(List<Op> ops) {
    return ops.stream().map(Commands::text).toList();
  }

  /**
   * @param changes what somebody has done, as commands
   */
  private record Row(String lab, String where, List<String> changes) {
    String state() {
      return changes.isEmpty() ? "as deployed" : "changed";
    }

    void print() {
      System.out.println(lab + "  " + where + "  " + state());
      changes.forEach(change -> System.out.println("  " + change));
    }

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("lab", lab);
      json.put("where", where);
      json.put("state", state());
      json.put("changes", changes);
      return json;
    }
  }
}
