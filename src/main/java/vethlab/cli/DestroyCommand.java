package vethlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vethlab.linux.deploy.HostDeployment;

/** {@code vethlab destroy}: takes labs down; nothing of them is left. */
@Command(
    name = "destroy",
    mixinStandardHelpOptions = true,
    description = "Take labs down, in sandboxes or on the machine. Nothing of them is left.")
final class DestroyCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "LAB", description = "Labs, by folder or by name.")
  private List<Path> labs = List.of();

  @Override
  public Integer call() throws Exception {
    return RealMode.guarded(() -> {
      boolean all = true;
      for (Path each : labs) {
        String name = LabChoice.name(each);
        boolean there =
            HostDeployment.has(RealMode.FOLDERS, name)
                ? RealMode.onHost((deployment, kernel) -> deployment.destroy(name))
                : RealMode.sandboxes().destroy(name);
        System.err.println(name + (there ? " is destroyed" : " is not deployed"));
        all &= there;
      }
      return all ? ExitCodes.OK : ExitCodes.FAILED;
    });
  }
}
