package vethlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vethlab.app.Launch;

/** {@code vethlab open}: the window. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Open the window, with a lab or a script in it if one is given. The default.")
final class OpenCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "LAB",
      description = "A lab's folder, or a script.")
  private Optional<Path> lab = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    if (lab.isPresent() && !Files.exists(lab.get())) {
      throw new Failure(ExitCodes.USAGE, "there is no " + lab.get());
    }
    if (!Launch.hasDisplay()) {
      throw new Failure(
          ExitCodes.FAILED,
          "no display for the window (DISPLAY and WAYLAND_DISPLAY are not set); 'vethlab run' and"
              + " 'vethlab export' work without one");
    }
    Launch.open(lab, labs());
    return ExitCodes.OK;
  }

  /** Beside the program: its folder holds target/app/vethlab.jar and labs. */
  static Path labs() {
    return Path.of(System.getProperty("vethlab.home", ".")).resolve("labs");
  }
}
