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
import vethlab.lab.read.Places;
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
  public static final String CHECKS = "checks.yaml";
  public static final String ANSWERS = "answers.yaml";
  public static final String SOLUTION = "solution";

  private static final long MAX_BYTES = 4 << 20;

  private final Path folder;

  /** Whose files stand before those of the folder itself. */
  private final Optional<Path> over;

  private LabFolder(Path folder, Optional<Path> over) {
    this.folder = folder;
    this.over = over;
  }

  /** The folder itself, or the folder of a lab.yaml. */
  public static LabFolder at(Path path) {
    boolean file = path.getFileName() != null && path.getFileName().toString().equals(LAB);
    Path folder = file ? path.toAbsolutePath().getParent() : path;
    return new LabFolder(folder, Optional.empty());
  }

  /** The same lab, with the files of its solution/ laid over its own where it has one. */
  public LabFolder solved() {
    return isRiddle() ? new LabFolder(folder, Optional.of(folder.resolve(SOLUTION))) : this;
  }

  /** Whether something is wrong with it that its reader shall find: it has a solution/. */
  public boolean isRiddle() {
    return Files.isDirectory(folder.resolve(SOLUTION));
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

  /** One of its files, whether it is there or not. */
  public Path file(String name) {
    return over.map(path -> path.resolve(name)).filter(Files::exists).orElse(folder.resolve(name));
  }

  /** Reads lab.yaml and layout.yaml; a mistake in either is a problem, never an exception. */
  public Read read() {
    Problems problems = new Problems(file(LAB).toString());
    Optional<Lab> lab =
        content(LAB, problems).flatMap(text -> LabReader.read(text, name(), problems));
    Problems placed = new Problems(file(LAYOUT).toString());
    Layout layout =
        text(LAYOUT, placed).map(text -> LayoutReader.read(text, placed)).orElse(Layout.EMPTY);
    List<Problem> all = new ArrayList<>(problems.all());
    all.addAll(placed.all());
    return new Read(lab, layout, all);
  }

  /** What the kernel did not take of it, with the places in lab.yaml. */
  public List<Problem> refused(List<SimulatedLab.Refusal> refusals) {
    Places places = new Places(text(LAB).orElse(""));
    Problems problems = new Problems(file(LAB).toString());
    for (SimulatedLab.Refusal each : refusals) {
      Places.Place at = places.of(each);
      problems.error(at.line(), at.column(), each.sentence());
    }
    return problems.all();
  }

  /** The text of one of its files, if it is there and can be read. */
  public Optional<String> text(String file) {
    return text(file, new Problems(file));
  }

  /** The text of one of its files, if it is there; what is wrong with it is told. */
  public Optional<String> text(String file, Problems problems) {
    return Files.exists(file(file)) ? content(file, problems) : Optional.empty();
  }

  private Optional<String> content(String file, Problems problems) {
    Path path = file(file);
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
