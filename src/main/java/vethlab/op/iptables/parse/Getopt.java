package vethlab.op.iptables.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * getopt_long(3) as iptables uses it: options and other words in the order they stand, long names
 * cut short while they are unique, options added while it runs.
 */
public final class Getopt {
  /** Whether an option takes an argument; an optional one is joined to it. */
  public enum Argument {
    NONE,
    REQUIRED,
    OPTIONAL
  }

  /** A long option; {@code key} says which option it is. */
  public record Long(String name, Argument argument, Object key) {}

  /** What was found: a key, one of the markers below, or a single character as the key. */
  public record Found(Object key, Optional<String> argument) {
    static final Found UNKNOWN = new Found(Marker.UNKNOWN, Optional.empty());
    static final Found MISSING_ARGUMENT = new Found(Marker.MISSING_ARGUMENT, Optional.empty());
  }

  /** Results that are no option. */
  public enum Marker {
    UNKNOWN,
    MISSING_ARGUMENT,
    WORD,
    END
  }

  private final List<String> words;
  private final String shortOptions;
  private final List<Long> longOptions;
  private int next;
  private String cluster = "";
  private boolean onlyWords;

  /**
   * @param words without the command's name
   * @param shortOptions as for getopt: a colon behind a letter for an argument, two for an optional
   *     one
   */
  public Getopt(List<String> words, String shortOptions, List<Long> longOptions) {
    this.words = words;
    this.shortOptions = shortOptions;
    this.longOptions = new ArrayList<>(longOptions);
  }

  /** Puts options behind the first {@code own}, before those that were added earlier. */
  public void add(int own, List<Long> options) {
    longOptions.addAll(own, options);
  }

  /** argv[optind - 1]: the last word that was used up whole. */
  public String previous() {
    return next == 0 ? "" : words.get(next - 1);
  }

  /** optind--: the last word is read again. */
  void again() {
    next--;
    cluster = "";
  }

  /** Whether another word follows that is neither an option nor a bang. */
  public boolean hasArgument() {
    return next < words.size()
        && !words.get(next).startsWith("-")
        && !words.get(next).startsWith("!");
  }

  /** Takes the following word, whatever it is. */
  public String take() {
    return words.get(next++);
  }

  boolean atEnd() {
    return next >= words.size();
  }

  public Found next() {
    if (!cluster.isEmpty()) {
      return shortOption();
    }
    if (next >= words.size()) {
      return new Found(Marker.END, Optional.empty());
    }
    String word = words.get(next);
    if (onlyWords || word.length() < 2 || word.charAt(0) != '-') {
      next++;
      return new Found(Marker.WORD, Optional.of(word));
    }
    if (word.equals("--")) {
      next++;
      onlyWords = true;
      return next();
    }
    if (word.startsWith("--")) {
      next++;
      return longOption(word.substring(2));
    }
    cluster = word.substring(1);
    return shortOption();
  }

  private Found shortOption() {
    char letter = cluster.charAt(0);
    cluster = cluster.substring(1);
    int at = letter == ':' || letter == '-' ? -1 : shortOptions.indexOf(letter);
    if (cluster.isEmpty()) {
      next++;
    }
    if (at < 0) {
      return Found.UNKNOWN;
    }
    if (!shortOptions.startsWith(":", at + 1)) {
      return new Found(letter, Optional.empty());
    }
    if (!cluster.isEmpty()) {
      Found found = new Found(letter, Optional.of(cluster));
      cluster = "";
      next++;
      return found;
    }
    if (shortOptions.startsWith("::", at + 1)) {
      return new Found(letter, Optional.empty());
    }
    return next < words.size() ? new Found(letter, Optional.of(take())) : Found.MISSING_ARGUMENT;
  }

  private Found longOption(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Optional<Long> option = find(name);
    if (option.isEmpty()) {
      return Found.UNKNOWN;
    }
    Long found = option.get();
    if (equals >= 0) {
      return found.argument() == Argument.NONE
          ? Found.UNKNOWN
          : new Found(found.key(), Optional.of(word.substring(equals + 1)));
    }
    if (found.argument() != Argument.REQUIRED) {
      return new Found(found.key(), Optional.empty());
    }
    return next < words.size()
        ? new Found(found.key(), Optional.of(take()))
        : Found.MISSING_ARGUMENT;
  }

  private Optional<Long> find(String name) {
    Optional<Long> begun = Optional.empty();
    for (Long option : longOptions) {
      if (option.name().equals(name)) {
        return Optional.of(option);
      }
    }
    for (Long option : longOptions) {
      if (option.name().startsWith(name)) {
        if (begun.isPresent() && !same(begun.get(), option)) {
          return Optional.empty();
        }
        begun = begun.or(() -> Optional.of(option));
      }
    }
    return begun;
  }

  private static boolean same(Long one, Long other) {
    return one.argument() == other.argument() && one.key().equals(other.key());
  }
}
