package vethlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import vethlab.linux.agent.Sandbox;
import vethlab.op.Result;

/**
 * What the AOT cache of the sandbox's process is made from: a lab is built and read back, in the
 * namespaces of this process, which must be private ones. The only argument is the project's
 * folder.
 */
final class AgentTraining {
  private AgentTraining() {}

  public static void main(String[] args) throws IOException {
    LabChoice lab = LabChoice.at(Path.of(args[0], Training.DEPLOYED));
    boolean built;
    try (Sandbox sandbox = Sandbox.here()) {
      built = sandbox.kernel().applyAll(lab.ops()).stream().allMatch(Result::ok);
      lab.drift(sandbox.kernel());
    }
    System.exit(built ? ExitCodes.OK : ExitCodes.FAILED);
  }
}
