package vethlab.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was chosen by hand about the window; what was not follows the system. */
public final class Settings {
  /** What can be chosen. */
  public enum Key {
    THEME,
    CONTRAST,
    LANGUAGE,
    MOTION,
    /** Where the window stands and how large it is. */
    WINDOW,
    /** How large its panes are, and which are hidden. */
    PANES;

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Path file;
  private final Map<String, String> chosen = new TreeMap<>();

  public Settings(AppFolders folders) {
    file = folders.config().resolve("settings");
    try {
      for (String line : Files.readAllLines(file)) {
        int at = line.indexOf('=');
        if (at > 0) {
          chosen.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
        }
      }
    } catch (IOException e) {
      chosen.clear();
    }
  }

  public Optional<String> get(Key key) {
    return Optional.ofNullable(chosen.get(key.word()));
  }

  /** Remembers it; where that is not possible, until the window closes. */
  public void set(Key key, String value) {
    chosen.put(key.word(), value);
    String text =
        chosen.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      Files.createDirectories(file.getParent());
      WholeFile.write(file, text);
    } catch (IOException e) {
      // a preference is not worth a message
    }
  }
}
