package vethlab.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The labs and scripts opened lately, the last one first. Losing the list is no harm. */
public final class Recent {
  private static final int MOST = 12;

  private final Path file;

  public Recent(AppFolders folders) {
    file = folders.state().resolve("recent");
  }

  /** Those that are still there. */
  public List<Path> paths() {
    return lines().stream().map(Path::of).filter(Files::exists).toList();
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  public void opened(Path path) {
    String line = path.toAbsolutePath().normalize().toString();
    List<String> all = new ArrayList<>(lines());
    all.remove(line);
    all.addFirst(line);
    List<String> kept = all.size() > MOST ? all.subList(0, MOST) : all;
    try {
      Files.createDirectories(file.getParent());
      WholeFile.write(file, String.join("\n", kept) + "\n");
    } catch (IOException e) {
      // then the list stays as it was
    }
  }
}
