package vethlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vethlab.lab.RealServices;
import vethlab.lab.compare.Difference;
import vethlab.lab.write.LabText;
import vethlab.linux.agent.Sandbox;
import vethlab.linux.deploy.SandboxDeployment;
import vethlab.op.Kernel;

/** {@code vethlab deploy}: a lab on the real kernel. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = {
      "Build a lab on the real kernel, in a sandbox that stays until it is destroyed. What was"
          + " built",
      "is read back and compared. A failure takes everything back; deploying again changes nothing."
    })
final class DeployCommand implements Callable<Integer> {
  @Parameters(paramLabel = "LAB", description = "The lab's folder.")
  private Path lab = Path.of("");

  @Option(
      names = "--host",
      description = "On the machine's own network. Refuses to touch what Vethlab did not make.")
  private boolean host;

  @Override
  public Integer call() throws Exception {
    LabChoice choice = LabChoice.at(lab);
    return RealMode.guarded(() -> host ? onHost(choice) : inSandbox(choice));
  }

  private static int inSandbox(LabChoice choice) throws IOException {
    SandboxDeployment sandboxes = RealMode.sandboxes();
    if (sandboxes.isRunning(choice.name())) {
      return running(choice, sandboxes);
    }
    RealMode.needSandbox();
    sandboxes.deploy(
        choice.name(), choice.ops(), LabText.of(choice.lab()), kernel -> wrong(choice, kernel));
    try (Sandbox sandbox = connected(choice, sandboxes)) {
      RealServices.listen(sandbox, choice.lab());
    }
    System.err.println(choice.name() + " is deployed: " + choice.ops().size() + " operations");
    return ExitCodes.OK;
  }

  private static int running(LabChoice choice, SandboxDeployment sandboxes) throws IOException {
    try (Sandbox sandbox = connected(choice, sandboxes)) {
      return unchanged(choice, choice.drift(sandbox.kernel()));
    }
  }

  private static Sandbox connected(LabChoice choice, SandboxDeployment sandboxes)
      throws IOException {
    return sandboxes
        .connect(choice.name())
        .orElseThrow(() -> new IOException(choice.name() + " has just ended"));
  }

  private static int unchanged(LabChoice choice, Optional<Difference> drift) {
    if (drift.isEmpty()) {
      System.err.println(choice.name() + " is deployed already; nothing to change");
      return ExitCodes.OK;
    }
    throw new Failure(
        ExitCodes.DIFFERS,
        choice.name()
            + " is running and is not as the lab says: "
            + sentence(drift.get())
            + "; destroy it first");
  }

  private static Optional<String> wrong(LabChoice choice, Kernel kernel) {
    return choice.drift(kernel).map(d -> "what was built is not as it should be: " + sentence(d));
  }

  static String sentence(Difference d) {
    return "there is `" + d.actual().strip() + "` and should be `" + d.expected().strip() + "`";
  }

  private static int onHost(LabChoice choice) throws IOException {
    return RealMode.onHost((deployment, kernel) -> {
      if (deployment.isDeployed(choice.name())) {
        System.err.println(choice.name() + " is on the machine already");
        return ExitCodes.OK;
      }
      deployment.deploy(
          choice.name(), choice.ops(), LabText.of(choice.lab()), _ -> Optional.empty());
      System.err.println(
          choice.name() + " is on the machine: " + choice.ops().size() + " operations");
      return ExitCodes.OK;
    });
  }
}
