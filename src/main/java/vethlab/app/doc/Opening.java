package vethlab.app.doc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.LabOps;

/** A lab's folder, its lab.yaml, or a script, as a document. */
public final class Opening {
  /**
   * @param script the terminal in which a script runs; nothing where the lab itself says what is
   *     there
   * @param troubles what could not be read or done, as sentences
   */
  public record Opened(Document document, Optional<Terminal> script, List<String> troubles) {}

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

  private static Opened lab(LabFolder folder) {
    LabFolder.Read read = folder.read();
    List<String> troubles =
        new java.util.ArrayList<>(read.problems().stream().map(Object::toString).toList());
    Lab lab = read.lab().orElse(Lab.empty(folder.name()));
    Document document = new Document(lab.title());
    document
        .build(LabOps.build(lab))
        .ifPresent(refusal -> troubles.add(refusal.op() + ": " + refusal.why()));
    Map<String, String> notes = new LinkedHashMap<>();
    lab.notes().forEach(note -> notes.put("note:" + note.id(), note.text()));
    document.place(read.layout(), notes);
    document.savedAs(folder.path());
    return new Opened(document, Optional.empty(), troubles);
  }

  private static Opened script(Path file, String title) throws IOException {
    String text = Files.readString(file);
    Document document = new Document(title);
    Terminal terminal = document.runScript(file.getFileName().toString(), text);
    document.savedAs(file);
    return new Opened(document, Optional.of(terminal), List.of());
  }
}
