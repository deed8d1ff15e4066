package vethlab.linux.deploy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vethlab.linux.agent.Launch;

/**
 * Where the labs that stay are known: a folder for each under /run/vethlab, or for a user without
 * root's rights in the directory of their session. All of it is gone after a reboot, as the labs
 * are.
 */
public final class LabFolders {
  private final Path root;

  public LabFolders(Path root) {
    this.root = root;
  }

  /** This user's. */
  public static LabFolders ofUser() {
    if (Launch.root()) {
      return new LabFolders(Path.of("/run/vethlab"));
    }
    String session = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "");
    return new LabFolders(
        session.isEmpty()
            ? Path.of("/tmp", "vethlab-" + System.getProperty("user.name"))
            : Path.of(session, "vethlab"));
  }

  /** Names of the labs that there is a folder of, sorted. */
  public List<String> names() {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
      return StreamSupport.stream(folders.spliterator(), false)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  Path folder(String lab) {
    return root.resolve(lab);
  }

  /** Locks a lab's folder, which is made where it is not there. */
  Folder lock(String lab) throws IOException {
    return Folder.lock(root, lab);
  }

  /** The text of a file in a lab's folder; empty where there is none. */
  Optional<String> text(String lab, String file) {
    try {
      return Optional.of(Files.readString(folder(lab).resolve(file)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
