package vethlab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How much a session may use before it is ended; each limit has a name and can be raised. */
public final class Limits {

  /** What is limited, with its usual value. */
  public enum Limit {
    SCRIPT_BYTES("script-bytes", 16L << 20, "the script is longer than %d bytes"),
    LINE_BYTES("line-bytes", 1L << 20, "a line of the script is longer than %d bytes"),
    COMMANDS("commands", 2_000_000, "the script has run %d commands"),
    PROCESSES("processes", 20_000, "%d processes run at the same time"),
    OUTPUT_BYTES("output-bytes", 64L << 20, "the script has printed %d bytes"),
    FILE_BYTES("file-bytes", 64L << 20, "the script's files hold more than %d bytes"),
    VALUE_BYTES("value-bytes", 16L << 20, "a value is longer than %d bytes"),
    NESTING("nesting", 1000, "functions, scripts or substitutions are nested %d deep"),
    VIRTUAL_SECONDS("virtual-seconds", 86_400, "%d seconds of virtual time have passed");

    private final String word;
    private final long usual;
    private final String sentence;

    Limit(String word, long usual, String sentence) {
      this.word = word;
      this.usual = usual;
      this.sentence = sentence;
    }

    /** The name by which it is raised. */
    public String word() {
      return word;
    }

    public static Optional<Limit> named(String word) {
      for (Limit limit : values()) {
        if (limit.word.equals(word)) {
          return Optional.of(limit);
        }
      }
      return Optional.empty();
    }

    public static List<String> words() {
      List<String> words = new ArrayList<>();
      for (Limit limit : values()) {
        words.add(limit.word);
      }
      return words;
    }
  }

  public static final Limits USUAL = new Limits(new TreeMap<>());

  private final Map<Limit, Long> raised;
  private final long[] values = new long[Limit.values().length];

  private Limits(TreeMap<Limit, Long> raised) {
    this.raised = raised;
    for (Limit limit : Limit.values()) {
      values[limit.ordinal()] = raised.getOrDefault(limit, limit.usual);
    }
  }

  /** The same limits with one of them at another value. */
  public Limits with(Limit limit, long value) {
    TreeMap<Limit, Long> changed = new TreeMap<>(raised);
    changed.put(limit, value);
    return new Limits(changed);
  }

  public long get(Limit limit) {
    return values[limit.ordinal()];
  }

  /** Ends the session when {@code used} is more than the limit. */
  public void check(Limit limit, long used) {
    if (used > values[limit.ordinal()]) {
      throw new LimitReached(limit, get(limit));
    }
  }

  /** Ends the session. */
  public static final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitReached(Limit limit, long value) {
      super(
          limit.sentence.formatted(value)
              + "; that is the limit \""
              + limit.word
              + "\", which can be raised",
          null,
          false,
          false);
    }
  }
}
