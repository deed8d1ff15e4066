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
import vethlab.lab.Lab;
import vethlab.lab.LabOps;
import vethlab.lab.compare.Difference;
import vethlab.lab.read.LabReader;
import vethlab.lab.yaml.Problems;
import vethlab.linux.agent.Sandbox;
import vethlab.linux.deploy.HostDeployment;
import vethlab.linux.deploy.SandboxDeployment;

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
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String name : RealMode.FOLDERS.names()) {
      Optional<Map<String, Object>> row =
          HostDeployment.has(RealMode.FOLDERS, name) ? onHost(name) : inSandbox(name);
      row.ifPresent(rows::add);
    }
    if (json) {
      System.out.println(new JsonMapper().writeValueAsString(rows));
    } else {
      rows.forEach(
          r -> System.out.println(r.get("lab") + "  " + r.get("where") + "  " + r.get("state")));
    }
    return ExitCodes.OK;
  }

  private static Optional<Map<String, Object>> onHost(String name) throws IOException {
    return RealMode.onHost((deployment, kernel) ->
        deployment.isDeployed(name)
            ? Optional.of(
                row(name, "on the machine", choice(name).flatMap(c -> c.driftInside(kernel))))
            : Optional.empty());
  }

  private static Optional<Map<String, Object>> inSandbox(String name) throws IOException {
    SandboxDeployment sandboxes = RealMode.sandboxes();
    if (!sandboxes.isRunning(name)) {
      return Optional.empty();
    }
    Optional<Sandbox> sandbox = sandboxes.connect(name);
    if (sandbox.isEmpty()) {
      return Optional.empty();
    }
    try (Sandbox open = sandbox.get()) {
      String where = sandboxes.pid(name).map(pid -> "sandbox, process " + pid).orElse("sandbox");
      return Optional.of(row(name, where, choice(name).flatMap(c -> c.drift(open.kernel()))));
    }
  }

  private static Optional<LabChoice> choice(String name) {
    Optional<String> text = RealMode.sandboxes().deployed(name);
    Optional<Lab> lab = text.flatMap(t -> LabReader.read(t, name, new Problems(name)));
    return lab.map(l -> new LabChoice(name, l, LabOps.build(l)));
  }

  private static Map<String, Object> row(String name, String where, Optional<Difference> drift) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("lab", name);
    row.put("where", where);
    row.put("state", drift.map(d -> "changed: " + DeployCommand.sentence(d)).orElse("as deployed"));
    return row;
  }
}
