package vethlab.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import vethlab.linux.KernelDefaults;
import vethlab.linux.LinuxKernel;
import vethlab.linux.agent.Launch;
import vethlab.linux.deploy.DeployException;
import vethlab.linux.deploy.HostDeployment;
import vethlab.linux.deploy.LabFolders;
import vethlab.linux.deploy.SandboxDeployment;
import vethlab.linux.libc.LibcException;
import vethlab.linux.netns.Namespaces;
import vethlab.linux.netns.Naming;
import vethlab.linux.socket.KernelRefusal;
import vethlab.op.Kernel;

/** What the verbs of real mode have in common. */
final class RealMode {
  static final LabFolders FOLDERS = LabFolders.ofUser();

  private RealMode() {}

  static SandboxDeployment sandboxes() {
    return new SandboxDeployment(FOLDERS, RunningLab::changes);
  }

  /** Something done to the machine's own network. */
  interface OnHost<T> {
    T run(HostDeployment host, LinuxKernel kernel) throws IOException;
  }

  static <T> T onHost(OnHost<T> task) throws IOException {
    if (!Launch.root()) {
      throw new Failure(
          ExitCodes.NEEDS_PRIVILEGE, "the machine's own network needs root (sudo); a sandbox not");
    }
    Namespaces namespaces = new Namespaces(Namespaces.DIRECTORY, Naming.BIND_MOUNT);
    try (LinuxKernel kernel = new LinuxKernel(namespaces)) {
      namespaces.atBirth(new KernelDefaults()::give);
      return task.run(new HostDeployment(FOLDERS, kernel), kernel);
    }
  }

  /** Does something; what goes wrong becomes a sentence and an exit code. */
  static int guarded(Callable<Integer> task) throws Exception {
    try {
      return task.call();
    } catch (DeployException e) {
      throw new Failure(code(e.reason()), String.valueOf(e.getMessage()));
    } catch (IOException | KernelRefusal | LibcException | Kernel.NoSuchNamespace e) {
      throw new Failure(ExitCodes.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private static int code(DeployException.Reason reason) {
    return switch (reason) {
      case REFUSED, BUSY -> ExitCodes.FAILED;
      case NOT_OURS -> ExitCodes.NOT_OURS;
      case NOT_ALLOWED -> ExitCodes.NEEDS_PRIVILEGE;
    };
  }

  /** Ends the verb where this machine allows no sandbox. */
  static void needSandbox() {
    Launch.obstacle()
        .ifPresent(why -> {
          throw new Failure(
              ExitCodes.NEEDS_PRIVILEGE,
              "no sandbox can be made here: " + why + " (see vethlab doctor)");
        });
  }
}
