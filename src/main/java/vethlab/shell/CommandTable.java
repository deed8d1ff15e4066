package vethlab.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands by name, each with the directory it lies in on a Debian machine. */
public final class CommandTable {

  /** Where commands are looked for, and where one given with its path may lie. */
  public static final List<String> PATH =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

  private record Entry(String directory, Command command) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private String directory = "/usr/bin";

  /** What is added from now on lies in this directory. */
  public CommandTable in(String directory) {
    this.directory = directory;
    return this;
  }

  public CommandTable add(String name, Command command) {
    entries.put(name, new Entry(directory, command));
    return this;
  }

  public CommandTable instant(String name, Instant instant) {
    return add(name, instant.command());
  }

  /** The command of a word: a name, or a path into one of the usual directories. */
  public Optional<Command> find(String word) {
    return entry(word).map(Entry::command);
  }

  /** The path of a command: {@code ip} is {@code /usr/sbin/ip}. */
  public Optional<String> path(String word) {
    if (word.startsWith("/")) {
      return entry(word).map(e -> word);
    }
    return entry(word).map(e -> e.directory() + "/" + word);
  }

  /** All names, in the order they were added. */
  public List<String> names() {
    return new ArrayList<>(entries.keySet());
  }

  private Optional<Entry> entry(String word) {
    int slash = word.lastIndexOf('/');
    if (slash >= 0 && !PATH.contains(word.substring(0, slash))) {
      return Optional.empty();
    }
    return Optional.ofNullable(entries.get(word.substring(slash + 1)));
  }
}
