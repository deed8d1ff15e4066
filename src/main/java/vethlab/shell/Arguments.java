package vethlab.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of a call as getopt_long(3) reads them: options anywhere, operands in order. */
public final class Arguments {

  /** Which options a command has. */
  public static final class Spec {
    private final String flags;
    private final String valued;
    private final Map<String, Character> names = new LinkedHashMap<>();
    private boolean inOrder;

    /**
     * @param flags the letters that stand alone
     * @param valued the letters that take a value
     */
    public Spec(String flags, String valued) {
      this.flags = flags;
      this.valued = valued;
    }

    /** {@code --name} means this letter. */
    public Spec name(String name, char letter) {
      names.put(name, letter);
      return this;
    }

    /** The first operand ends the options, as for commands that run another one. */
    public Spec inOrder() {
      inOrder = true;
      return this;
    }
  }

  private final Map<Character, List<String>> options = new LinkedHashMap<>();
  private final List<String> operands = new ArrayList<>();
  private final Spec spec;
  private String problem = "";

  private Arguments(Spec spec) {
    this.spec = spec;
  }

  /** Reads the words after the command's name. */
  public static Arguments parse(List<String> argv, Spec spec) {
    Arguments arguments = new Arguments(spec);
    arguments.read(argv.subList(1, argv.size()));
    return arguments;
  }

  private void read(List<String> words) {
    for (int i = 0; i < words.size() && problem.isEmpty(); i++) {
      String word = words.get(i);
      if (word.equals("--")) {
        operands.addAll(words.subList(i + 1, words.size()));
        return;
      }
      if (word.startsWith("--")) {
        i += longOption(word.substring(2), i + 1 < words.size() ? words.get(i + 1) : "");
      } else if (word.length() > 1 && word.startsWith("-")) {
        i += shortOptions(word, words, i);
      } else if (spec.inOrder) {
        operands.addAll(words.subList(i, words.size()));
        return;
      } else {
        operands.add(word);
      }
    }
  }

  /** How many more words it took. */
  private int longOption(String word, String next) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Character letter = spec.names.get(name);
    if (letter == null) {
      problem = "unrecognized option '--" + name + "'";
      return 0;
    }
    if (spec.valued.indexOf(letter) < 0) {
      put(letter, "");
      return 0;
    }
    put(letter, equals < 0 ? next : word.substring(equals + 1));
    return equals < 0 ? 1 : 0;
  }

  private int shortOptions(String word, List<String> words, int at) {
    for (int j = 1; j < word.length(); j++) {
      char letter = word.charAt(j);
      if (spec.flags.indexOf(letter) >= 0) {
        put(letter, "");
      } else if (spec.valued.indexOf(letter) >= 0) {
        if (j + 1 < word.length()) {
          put(letter, word.substring(j + 1));
          return 0;
        }
        if (at + 1 >= words.size()) {
          problem = "option requires an argument -- '" + letter + "'";
          return 0;
        }
        put(letter, words.get(at + 1));
        return 1;
      } else {
        problem = "invalid option -- '" + letter + "'";
        return 0;
      }
    }
    return 0;
  }

  private void put(char letter, String value) {
    options.computeIfAbsent(letter, key -> new ArrayList<>()).add(value);
  }

  /** What is wrong with the words, without the command's name. */
  public Optional<String> problem() {
    return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
  }

  public boolean has(char letter) {
    return options.containsKey(letter);
  }

  /** The value given last. */
  public Optional<String> value(char letter) {
    return Optional.ofNullable(options.get(letter)).map(List::getLast);
  }

  /** All values given, in order. */
  public List<String> values(char letter) {
    return options.getOrDefault(letter, List.of());
  }

  public List<String> operands() {
    return operands;
  }
}
