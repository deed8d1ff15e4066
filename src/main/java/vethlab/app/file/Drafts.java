package vethlab.app.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vethlab.lab.LabFolder;

/**
 * Unsaved work, kept beside: one folder a running window, which holds a lock on it. When a window
 * dies, the lock is gone and the folder stays: the next one finds it.
 */
public final class Drafts implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String ORIGIN = "origin";

  /**
   * A draft that a window left behind.
   *
   * @param origin the lab it is a change of
   */
  public record Left(Path folder, String title, Optional<Path> origin) {}

  private final Path all;
  private Optional<Path> own = Optional.empty();
  private Optional<FileChannel> channel = Optional.empty();

  public Drafts(AppFolders folders) {
    all = folders.state().resolve("drafts");
  }

  /** Keeps a draft in place of the one before. */
  public synchronized void keep(LabDraft draft, String title, Optional<Path> origin)
      throws IOException {
    Path folder = folder();
    draft.write(folder);
    String from = origin.map(Path::toString).orElse("");
    WholeFile.write(folder.resolve(ORIGIN), title.replace('\n', ' ') + "\n" + from + "\n");
  }

  private Path folder() throws IOException {
    if (own.isEmpty()) {
      Path folder = all.resolve(UUID.randomUUID().toString());
      Files.createDirectories(folder);
      FileChannel lock =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock.tryLock();
      channel = Optional.of(lock);
      own = Optional.of(folder);
    }
    return own.get();
  }

  /** What was kept is saved elsewhere, or not wanted. */
  public synchronized void drop() {
    close();
    own.ifPresent(Drafts::delete);
    own = Optional.empty();
  }

  @Override
  public synchronized void close() {
    channel.ifPresent(open -> {
      try {
        open.close();
      } catch (IOException e) {
        // the lock ends with the process
      }
    });
    channel = Optional.empty();
  }

  /** Drafts whose window is gone, the newest first. */
  public List<Left> left() {
    List<Left> left = new ArrayList<>();
    try (Stream<Path> folders = Files.list(all)) {
      for (Path folder : folders.sorted(Drafts::newest).toList()) {
        if (Files.exists(folder.resolve(LabFolder.LAB)) && isAbandoned(folder)) {
          left.add(left(folder));
        }
      }
    } catch (IOException e) {
      return left;
    }
    return left;
  }

  private static int newest(Path a, Path b) {
    return Long.compare(time(b), time(a));
  }

  private static long time(Path folder) {
    try {
      return Files.getLastModifiedTime(folder.resolve(LabFolder.LAB)).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private static boolean isAbandoned(Path folder) {
    try (FileChannel lock =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = lock.tryLock()) {
      return held != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  private static Left left(Path folder) {
    List<String> lines = List.of();
    try {
      lines = Files.readAllLines(folder.resolve(ORIGIN));
    } catch (IOException e) {
      // it was killed between two files: the lab itself is there
    }
    String title = lines.isEmpty() ? folder.getFileName().toString() : lines.get(0);
    Optional<Path> origin =
        lines.size() > 1 && !lines.get(1).isBlank()
            ? Optional.of(Path.of(lines.get(1)))
            : Optional.empty();
    return new Left(folder, title, origin);
  }

  public static void delete(Path draft) {
    for (String name : List.of(LabFolder.LAB, LabFolder.LAYOUT, ORIGIN, LOCK, "")) {
      try {
        Files.deleteIfExists(name.isEmpty() ? draft : draft.resolve(name));
      } catch (IOException e) {
        return;
      }
    }
  }
}
