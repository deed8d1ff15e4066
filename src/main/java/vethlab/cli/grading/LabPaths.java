package vethlab.cli.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vethlab.lab.LabFolder;

/** Which labs somebody means who names folders. */
public final class LabPaths {
  private static final int DEEPEST = 4;

  private LabPaths() {}

  /** Each lab once, in the order of the folders, those of a folder by name. */
  public static List<Path> in(List<Path> named) {
    List<Path> labs = new ArrayList<>();
    for (Path each : named) {
      if (isLab(each) || !Files.isDirectory(each)) {
        labs.add(each);
      } else {
        List<Path> inside = inside(each, DEEPEST);
        labs.addAll(inside.isEmpty() ? List.of(each) : inside);
      }
    }
    return labs.stream().distinct().toList();
  }

  /** A folder without a lab among folders with labs is somebody's lab that lacks its file. */
  private static List<Path> inside(Path folder, int depth) {
    List<Path> labs = new ArrayList<>();
    List<Path> empty = new ArrayList<>();
    for (Path each : folders(folder)) {
      List<Path> deeper =
          isLab(each) ? List.of(each) : depth > 1 ? inside(each, depth - 1) : List.of();
      labs.addAll(deeper);
      if (deeper.isEmpty()) {
        empty.add(each);
      }
    }
    if (labs.isEmpty()) {
      return List.of();
    }
    labs.addAll(empty);
    return labs.stream().sorted().toList();
  }

  private static boolean isLab(Path path) {
    return path.endsWith(LabFolder.LAB) || Files.exists(path.resolve(LabFolder.LAB));
  }

  private static List<Path> folders(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .filter(each -> !each.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }
}
