package vethlab.lab;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.read.LabReader;
import vethlab.lab.read.LayoutReader;
import vethlab.lab.yaml.Problem;
import vethlab.lab.yaml.Problems;

/**
 * A lab on disk: a folder with lab.yaml and, as far as they are there, layout.yaml, session.sh,
 * walkthroughs and checks.
 */
public final class LabFolder {
  public static final String LAB = "lab.yaml";
  public static final String LAYOUT = "layout.yaml";
  public static final String SESSION = "session.sh";

  private static final long MAX_BYTES = 4 << 20;

  private final Path folder;

  private LabFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder itself, or the folder of a lab.yaml. */
  public static LabFolder at(Path path) {
    boolean file = path.getFileName() != null && path.getFileName().toString().equals(LAB);
    Path folder = file ? path.toAbsolutePath().getParent() : path;
    return new LabFolder(folder);
  }

  public Path path() {
    return folder;
  }

  public String name() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  /** What reading found. */
  public record Read(Optional<Lab> lab, Layout layout, List<Problem> problems) {
    public boolean isSound() {
      return lab.isPresent() && problems.stream().noneMatch(Problem::isError);
    }
  }

  /** Reads lab.yaml and layout.yaml; a mistake in either is a problem, never an exception. */
  public Read read() {
    Problems problems = new Problems(folder.resolve(LAB).toString());
    Optional<Lab> lab = text(LAB, problems).flatMap(text -> LabReader.read(text, name(), problems));
    Problems placed = new Problems(folder.resolve(LAYOUT).toString());
    Layout layout =
        Files.exists(folder.resolve(LAYOUT))
            ? text(LAYOUT, placed).map(text -> LayoutReader.read(text, placed)).orElse(Layout.EMPTY)
            : Layout.EMPTY;
    List<Problem> all = new ArrayList<>(problems.all());
    all.addAll(placed.all());
    return new Read(lab, layout, all);
  }

  /** The text of one of its files. */
  public Optional<String> text(String file) {
    return Files.exists(folder.resolve(file)) ? text(file, new Problems(file)) : Optional.empty();
  }

  private Optional<String> text(String file, Problems problems) {
    Path path = folder.resolve(file);
    try {
      if (Files.size(path) > MAX_BYTES) {
        problems.error(0, 0, "larger than " + MAX_BYTES + " bytes");
        return Optional.empty();
      }
      return Optional.of(Files.readString(path, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      problems.error(0, 0, "not a UTF-8 text");
    } catch (java.nio.file.NoSuchFileException e) {
      problems.error(0, 0, "there is no such file");
    } catch (IOException e) {
      problems.error(0, 0, "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }
}
