package vethlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vethlab.app.Picture;
import vethlab.app.doc.Opening;
import vethlab.app.theme.Theme;

/** {@code vethlab export}: a lab's drawing as a picture; needs no display. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Draw a lab, or what a script makes, as a picture. Needs no display.")
final class ExportCommand implements Callable<Integer> {
  @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "png or svg.")
  private Picture.Format format = Picture.Format.SVG;

  @Option(names = "-o", required = true, paramLabel = "FILE", description = "Where to write it.")
  private Path file = Path.of("");

  @Option(names = "--dark", description = "In the dark theme.")
  private boolean dark;

  @Option(names = "--scale", paramLabel = "N", description = "Pixels a unit: 1, 2 ...")
  private double scale = 1;

  @Parameters(
      index = "0",
      paramLabel = "LAB_OR_SCRIPT",
      description = "A lab's folder, or a script.")
  private Path lab = Path.of("");

  @Override
  public Integer call() {
    if (!Files.exists(lab)) {
      throw new Failure(ExitCodes.USAGE, "there is no " + lab);
    }
    try {
      Picture.export(lab, format, file, dark ? Theme.DARK : Theme.LIGHT, scale);
    } catch (Opening.Malformed e) {
      e.problems().forEach(System.err::println);
      throw new Failure(ExitCodes.INVALID_LAB, lab + " is no sound lab");
    } catch (IOException e) {
      throw new Failure(ExitCodes.FAILED, "cannot write " + file + ": " + e.getMessage());
    }
    return ExitCodes.OK;
  }
}
