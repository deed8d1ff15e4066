package vethlab.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vethlab.lab.LabFolder;

/**
 * The labs that come with Vethlab. They are never written to: who changes one saves a copy of their
 * own elsewhere, with the lesson, the checks and whatever else the lab has.
 */
public record ShippedLabs(Path folder) {

  /** Whether a lab is one of them, or would be. */
  public boolean holds(Path lab) {
    return real(lab).startsWith(real(folder));
  }

  /** What is there with links followed; what is not there yet, as its name says. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThere) {
      return path.toAbsolutePath().normalize();
    }
  }

  /** Copies what a lab has besides lab.yaml and layout.yaml; what is there already stays. */
  public static void copyRest(Path from, Path to) throws IOException {
    for (Path each : files(from)) {
      Path copy = to.resolve(from.relativize(each).toString());
      if (!Files.exists(copy)) {
        Files.createDirectories(copy.getParent());
        Files.copy(each, copy);
      }
    }
  }

  private static List<Path> files(Path lab) throws IOException {
    List<String> written = List.of(LabFolder.LAB, LabFolder.LAYOUT);
    try (Stream<Path> all = Files.walk(lab, 2)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !written.contains(lab.relativize(file).toString()))
          .toList();
    }
  }
}
