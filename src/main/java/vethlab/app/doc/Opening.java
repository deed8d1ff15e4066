package vethlab.app.doc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.Layout;
import vethlab.lab.yaml.Problem;
import vethlab.op.Commands;

/** A lab's folder, its lab.yaml, or a script, as a document. */
public final class Opening {
  /**
   * @param script the terminal in which a script runs; nothing where the lab itself says what is
   *     there
   * @param troubles what could not be read or done, as sentences
   */
  public record Opened(Document document, Optional<Terminal> script, List<String> troubles) {}

  /** A lab.yaml that cannot be understood: with all its mistakes, by line. */
  public static final class Malformed extends IOException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    Malformed(Path path, List<Problem> problems) {
      super(path + ": " + problems.size() + " mistakes");
      this.problems = problems;
    }

    public List<Problem> problems() {
      return problems;
    }
  }

  private static final long MOST_BYTES = 4 << 20;

  private Opening() {}

  /** Reads it and builds the network; a script has not run yet. */
  public static Opened open(Path path) throws IOException {
    Path real = path.toAbsolutePath().normalize();
    if (Files.isDirectory(real) || real.endsWith(LabFolder.LAB)) {
      LabFolder folder = LabFolder.at(real);
      if (Files.exists(folder.path().resolve(LabFolder.LAB))) {
        return lab(folder);
      }
      Path session = folder.path().resolve(LabFolder.SESSION);
      if (Files.exists(session)) {
        return script(session, title(folder.name()));
      }
      throw new IOException(real + ": no lab.yaml and no session.sh in this folder");
    }
    return script(real, title(real.getFileName().toString()));
  }

  private static String title(String name) {
    return name.replaceFirst("\\.(sh|yaml)$", "");
  }

  private static Opened lab(LabFolder folder) throws IOException {
    LabFolder.Read read = folder.read();
    Path file = folder.path().resolve(LabFolder.LAB);
    List<Problem> mistakes =
        read.problems().stream()
            .filter(p -> p.isError() && p.file().equals(file.toString()))
            .toList();
    if (read.lab().isEmpty() || !mistakes.isEmpty()) {
      throw new Malformed(file, mistakes);
    }
    List<String> troubles =
        new ArrayList<>(read.problems().stream().map(Object::toString).toList());
    Lab lab = read.lab().get();
    Document document = new Document(lab.title());
    document
        .build(lab)
        .ifPresent(refusal ->
            troubles.add(Commands.text(refusal.op()) + ": " + refusal.why().errno().text()));
    document.place(read.layout(), notes(lab));
    document.savedAs(folder.path(), new Origin(lab, folder.text(LabFolder.LAB).orElse("")));
    return new Opened(document, Optional.empty(), troubles);
  }

  /** A draft that outlived its window, as a change of what it was drawn from. */
  public static Opened recovered(Path draft, String title, Optional<Path> origin)
      throws IOException {
    Opened opened = lab(LabFolder.at(draft));
    Origin from =
        origin
            .map(LabFolder::at)
            .flatMap(folder ->
                folder
                    .read()
                    .lab()
                    .map(lab -> new Origin(lab, folder.text(LabFolder.LAB).orElse(""))))
            .orElse(Origin.NONE);
    opened.document().title(title);
    opened.document().recoveredFrom(origin, from);
    return opened;
  }

  /** A network that is in no file yet. */
  public static Opened unsaved(Lab lab, String text) {
    Document document = new Document(lab.title());
    List<String> troubles = new ArrayList<>();
    document
        .build(lab)
        .ifPresent(refusal ->
            troubles.add(Commands.text(refusal.op()) + ": " + refusal.why().errno().text()));
    document.place(Layout.EMPTY, notes(lab));
    document.recoveredFrom(Optional.empty(), new Origin(lab, text));
    return new Opened(document, Optional.empty(), troubles);
  }

  /** A lab's notes by their names on the canvas. */
  public static Map<String, String> notes(Lab lab) {
    Map<String, String> notes = new LinkedHashMap<>();
    lab.notes().forEach(note -> notes.put("note:" + note.id(), note.text()));
    return notes;
  }

  private static Opened script(Path file, String title) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(file + ": larger than " + MOST_BYTES + " bytes");
    }
    String text = Files.readString(file);
    Document document = new Document(title);
    Terminal terminal = document.runScript(file.getFileName().toString(), text);
    document.savedAs(file, Origin.NONE);
    return new Opened(document, Optional.of(terminal), List.of());
  }
}
