package vethlab.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vethlab.app.Picture;
import vethlab.app.doc.Document;
import vethlab.app.theme.Theme;
import vethlab.sim.FrameLog;
import vethlab.sim.World;

/** What other programs can use of a document. */
public enum Export {
  PNG("png"),
  SVG("svg"),
  PCAPNG("pcapng"),
  SCRIPT("sh");

  private final String ending;

  Export(String ending) {
    this.ending = ending;
  }

  public String ending() {
    return ending;
  }

  public void write(Document document, Theme theme, Path to) throws IOException {
    switch (this) {
      case PNG -> Picture.write(document, Picture.Format.PNG, to, theme, 2);
      case SVG -> Picture.write(document, Picture.Format.SVG, to, theme, 1);
      case PCAPNG -> capture(document, to);
      case SCRIPT -> script(document, to);
    }
  }

  /** Every frame of the whole run on every interface, with the row that decided as a comment. */
  private static void capture(Document document, Path to) throws IOException {
    FrameLog frames = new FrameLog();
    World end =
        document
            .timeline()
            .again(world -> {
              world.tap(frames);
              world.tracer(frames);
            });
    frames.capture(end).write(to);
  }

  private static void script(Document document, Path to) throws IOException {
    WholeFile.write(to, LabDraft.script(document));
    try {
      Set<PosixFilePermission> may = EnumSet.copyOf(Files.getPosixFilePermissions(to));
      may.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(to, may);
    } catch (UnsupportedOperationException e) {
      // a file system without such rights
    }
  }

  /** Where Wireshark is installed, if it is. */
  public static Optional<Path> wireshark() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : path.split(java.io.File.pathSeparator)) {
      Path program = Path.of(folder).resolve("wireshark");
      if (!folder.isEmpty() && Files.isExecutable(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }
}
