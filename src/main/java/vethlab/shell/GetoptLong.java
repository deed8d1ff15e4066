package vethlab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * getopt_long(3): options anywhere before {@code --}, long ones by any unique beginning.
 *
 * @param options in the order given, up to the mistake
 * @param words what is not an option
 * @param mistake getopt's own words, without the program's name
 */
public record GetoptLong(List<Option> options, List<String> words, Optional<String> mistake) {

  /**
   * @param value empty where none is given
   */
  public record Option(char letter, String value) {}

  public boolean has(char letter) {
    return options.stream().anyMatch(option -> option.letter() == letter);
  }

  /** The value given last. */
  public Optional<String> value(char letter) {
    return values(letter).reduce((first, second) -> second);
  }

  /** The values in the order given. */
  public Stream<String> values(char letter) {
    return options.stream().filter(option -> option.letter() == letter).map(Option::value);
  }

  /** A long option and the letter it stands for. */
  public record Long(String name, char letter, Value value) {
    public static Long flag(String name, char letter) {
      return new Long(name, letter, Value.NONE);
    }

    public static Long with(String name, char letter) {
      return new Long(name, letter, Value.REQUIRED);
    }
  }

  /** Whether an option takes a value. */
  public enum Value {
    NONE,
    REQUIRED,
    OPTIONAL
  }

  /**
   * @param spec letters, followed by a colon where they take a value, by two where they may
   */
  public static GetoptLong parse(String spec, List<Long> longs, List<String> args) {
    Reader reader = new Reader(spec, longs, args);
    reader.run();
    return new GetoptLong(reader.options, reader.words, reader.mistake);
  }

  private static final class Reader {
    private final String spec;
    private final List<Long> longs;
    private final List<String> args;
    private final List<Option> options = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private Optional<String> mistake = Optional.empty();
    private int next;

    Reader(String spec, List<Long> longs, List<String> args) {
      this.spec = spec;
      this.longs = longs;
      this.args = args;
    }

    void run() {
      while (next < args.size() && mistake.isEmpty()) {
        String arg = args.get(next++);
        if (arg.equals("--")) {
          break;
        }
        if (arg.length() < 2 || arg.charAt(0) != '-') {
          words.add(arg);
        } else if (arg.startsWith("--")) {
          readLong(arg.substring(2));
        } else {
          readCluster(arg);
        }
      }
      words.addAll(args.subList(next, args.size()));
    }

    private void readLong(String text) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      List<Long> found = longs.stream().filter(o -> o.name().equals(name)).toList();
      if (found.isEmpty()) {
        found = longs.stream().filter(o -> o.name().startsWith(name)).toList();
      }
      if (found.isEmpty()) {
        mistake = Optional.of("unrecognized option '--" + name + "'");
        return;
      }
      Long option = found.getFirst();
      if (found.stream().anyMatch(o -> o.letter() != option.letter())) {
        mistake =
            Optional.of(
                "option '--"
                    + text
                    + "' is ambiguous; possibilities:"
                    + found.stream()
                        .map(o -> " '--" + o.name() + "'")
                        .collect(Collectors.joining()));
        return;
      }
      readLong(option, equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1)));
    }

    private void readLong(Long option, Optional<String> value) {
      if (option.value() == Value.NONE && value.isPresent()) {
        mistake = Optional.of("option '--" + option.name() + "' doesn't allow an argument");
      } else if (option.value() == Value.REQUIRED && value.isEmpty()) {
        if (next < args.size()) {
          options.add(new Option(option.letter(), args.get(next++)));
        } else {
          mistake = Optional.of("option '--" + option.name() + "' requires an argument");
        }
      } else {
        options.add(new Option(option.letter(), value.orElse("")));
      }
    }

    private void readCluster(String arg) {
      for (int at = 1; at < arg.length(); at++) {
        char letter = arg.charAt(at);
        Optional<Value> takes = takes(letter);
        if (takes.isEmpty()) {
          mistake = Optional.of("invalid option -- '" + letter + "'");
          return;
        }
        String rest = arg.substring(at + 1);
        if (takes.get() == Value.NONE) {
          options.add(new Option(letter, ""));
          continue;
        }
        if (!rest.isEmpty() || takes.get() == Value.OPTIONAL) {
          options.add(new Option(letter, rest));
        } else if (next < args.size()) {
          options.add(new Option(letter, args.get(next++)));
        } else {
          mistake = Optional.of("option requires an argument -- '" + letter + "'");
        }
        return;
      }
    }

    private Optional<Value> takes(char letter) {
      int known = letter == ':' ? -1 : spec.indexOf(letter);
      if (known < 0) {
        return Optional.empty();
      }
      String after = spec.substring(known + 1);
      return Optional.of(
          after.startsWith("::")
              ? Value.OPTIONAL
              : after.startsWith(":") ? Value.REQUIRED : Value.NONE);
    }
  }
}
