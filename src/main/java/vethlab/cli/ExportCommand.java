package vethlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import vethlab.app.doc.Opening;
import vethlab.app.file.Export;
import vethlab.app.theme.Theme;

/** {@code vethlab export}: a lab for other programs; needs no display. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write a lab, or what a script makes, for other programs: a picture, the packets, a program.",
      "Needs no display."
    })
final class ExportCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      completionCandidates = Endings.class,
      converter = Endings.class,
      description = {
        "png, svg: the drawing; gif: its packets moving; pcapng: every frame on every interface;",
        "sh: the commands that make it; go: a program on Go's netlink library that makes it."
      })
  private Export format = Export.SVG;

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

  /** The formats by their file names' endings. */
  static final class Endings implements ITypeConverter<Export>, Iterable<String> {
    @Override
    public Export convert(String text) {
      return Arrays.stream(Export.values())
          .filter(each -> each.ending().equals(text))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "nothing is exported to '" + text + "': " + String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Export.values()).map(Export::ending).iterator();
    }
  }

  @Override
  public Integer call() {
    if (!Files.exists(lab)) {
      throw new Failure(ExitCodes.USAGE, "there is no " + lab);
    }
    try {
      format.write(format.document(lab), dark ? Theme.DARK : Theme.LIGHT, scale, file);
    } catch (Opening.Malformed e) {
      e.problems().forEach(System.err::println);
      throw new Failure(ExitCodes.INVALID_LAB, lab + " is no sound lab");
    } catch (IOException e) {
      throw new Failure(ExitCodes.FAILED, "cannot write " + file + ": " + e.getMessage());
    }
    return ExitCodes.OK;
  }
}
