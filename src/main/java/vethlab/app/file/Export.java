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
import vethlab.app.doc.Opening;
import vethlab.app.doc.Runner;
import vethlab.app.doc.Terminal;
import vethlab.app.theme.Theme;
import vethlab.lab.LabFolder;
import vethlab.sim.FrameLog;
import vethlab.sim.World;

/** What other programs can use of a document. */
public enum Export {
  PNG("png"),
  SVG("svg"),
  GIF("gif"),
  PCAPNG("pcapng"),
  SCRIPT("sh"),
  GO("go");

  private static final int SLICES = 20_000;

  private final String ending;

  Export(String ending) {
    this.ending = ending;
  }

  public String ending() {
    return ending;
  }

  /** How it is written where nothing else is asked for. */
  public void write(Document document, Theme theme, Path to) throws IOException {
    write(document, theme, this == PNG ? 2 : 1, to);
  }

  /**
   * Writes it.
   *
   * @param scale pixels a unit, of pictures
   */
  public void write(Document document, Theme theme, double scale, Path to) throws IOException {
    switch (this) {
      case PNG -> Picture.write(document, Picture.Format.PNG, to, theme, scale);
      case SVG -> Picture.write(document, Picture.Format.SVG, to, theme, scale);
      case GIF -> Picture.write(document, Picture.Format.GIF, to, theme, scale);
      case PCAPNG -> capture(document, to);
      case SCRIPT -> script(document, to);
      case GO -> WholeFile.write(to, LabDraft.goProgram(document));
    }
  }

  /** Whether it tells of packets, not only of the network. */
  private boolean isOfRun() {
    return this == GIF || this == PCAPNG;
  }

  /** A lab, or what a script has made by its end; its session has run where packets are told. */
  public Document document(Path lab) throws IOException {
    Opening.Opened opened = Opening.open(lab);
    Document document = opened.document();
    Optional<Terminal> script = opened.script();
    Optional<String> session =
        isOfRun() && script.isEmpty()
            ? LabFolder.at(lab).text(LabFolder.SESSION)
            : Optional.empty();
    script
        .or(() -> session.map(text -> document.runScript(LabFolder.SESSION, text)))
        .ifPresent(terminal -> {
          Runner runner = new Runner(document);
          runner.until(terminal);
          for (int i = 0; i < SLICES && runner.isRunning(); i++) {
            runner.slice(System.nanoTime(), 50_000_000);
          }
        });
    return document;
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
