package vethlab.app.file;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the window keeps what is nobody's lab: drafts, the labs opened lately, its arrangement.
 *
 * @param state survives a restart
 * @param config what was set by hand
 */
public record AppFolders(Path state, Path config) {

  /** Those of the XDG base directories. */
  public static AppFolders usual() {
    Path home = Path.of(System.getProperty("user.home", "."));
    return new AppFolders(
        xdg("XDG_STATE_HOME").orElse(home.resolve(".local/state")).resolve("vethlab"),
        xdg("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("vethlab"));
  }

  private static Optional<Path> xdg(String name) {
    return Optional.ofNullable(System.getenv(name))
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /** Everything below one folder. */
  public static AppFolders below(Path folder) {
    return new AppFolders(folder.resolve("state"), folder.resolve("config"));
  }
}
