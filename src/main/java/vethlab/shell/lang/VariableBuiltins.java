package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builtins about variables, options and positional parameters. */
final class VariableBuiltins {
  private static final String SET_USAGE =
      "set: usage: set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]";

  private VariableBuiltins() {}

  static void addTo(Map<String, Builtin> table) {
    table.put("export", (shell, argv) -> mark(shell, argv, "nf"));
    table.put("readonly", (shell, argv) -> mark(shell, argv, "aAf"));
    table.put("declare", Declaring::declare);
    table.put("typeset", Declaring::declare);
    table.put("local", Declaring::local);
    table.put("unset", VariableBuiltins::unset);
    table.put("shift", VariableBuiltins::shift);
    table.put("set", VariableBuiltins::set);
    table.put("let", VariableBuiltins::let);
    table.put("getopts", VariableBuiltins::getopts);
  }

  static boolean isName(String word) {
    return word.matches("[A-Za-z_][A-Za-z0-9_]*");
  }

  private static int mark(Shell shell, List<String> argv, String letters) {
    boolean exports = argv.getFirst().equals("export");
    boolean removes = false;
    int status = 0;
    int names = 0;
    for (String word : argv.subList(1, argv.size())) {
      if (word.startsWith("-") && names == 0) {
        removes |= word.contains("n") && exports;
        if (!word.equals("--")
            && !word.equals("-p")
            && !word.substring(1).matches("[" + letters + "]+")) {
          shell.complain(argv.getFirst() + ": " + word + ": invalid option");
          return 2;
        }
        continue;
      }
      names++;
      int equals = word.indexOf('=');
      String name = (equals < 0 ? word : word.substring(0, equals)).replaceFirst("\\+$", "");
      if (!isName(name)) {
        status =
            Builtins.fail(shell, argv.getFirst() + ": `" + word + "': not a valid identifier", 1);
        continue;
      }
      shell.variables.keep(name);
      Declaring.assignArgument(shell, word);
      if (equals > 0) {
        shell.trace.head(
            word.substring(0, equals) + "=" + Quoting.traced(word.substring(equals + 1)));
      }
      Variable old = shell.variables.get(name);
      shell.variables.put(name, exports ? old.exporting(!removes) : old.readOnlyOne());
    }
    if (names == 0) {
      printMarked(shell, exports);
    }
    return status;
  }

  private static void printMarked(Shell shell, boolean exports) {
    for (String name : shell.variables.names()) {
      Variable variable = shell.variables.get(name);
      if (exports ? variable.exported() : variable.readOnly()) {
        shell.process().out().println(variable.declaration(name));
      }
    }
  }

  private static int unset(Shell shell, List<String> argv) {
    int status = 0;
    boolean functions = false;
    boolean variables = false;
    for (String word : argv.subList(1, argv.size())) {
      if (word.equals("-f") || word.equals("-v")) {
        functions |= word.equals("-f");
        variables |= word.equals("-v");
        continue;
      }
      int bracket = word.endsWith("]") ? word.indexOf('[') : -1;
      String name = bracket > 0 ? word.substring(0, bracket) : word;
      if (!functions && !isName(name)) {
        continue;
      }
      if (!functions && shell.variables.get(name).readOnly()) {
        status = Builtins.fail(shell, "unset: " + name + ": cannot unset: readonly variable", 1);
      } else if (!functions && bracket > 0) {
        unsetElement(shell, name, word.substring(bracket + 1, word.length() - 1));
      } else if (!functions && shell.variables.text(name).isPresent()
          || shell.variables.get(name).isArray()) {
        shell.variables.unset(name);
      } else if (!variables) {
        Map<String, Function> rest = new LinkedHashMap<>(shell.functions);
        rest.remove(name);
        shell.functions = rest;
      }
    }
    return status;
  }

  private static void unsetElement(Shell shell, String name, String subscript) {
    if (subscript.equals("@") || subscript.equals("*")) {
      shell.variables.unset(name);
      return;
    }
    Variable old = shell.variables.get(name);
    String key = old.isAssociative() ? subscript : "" + shell.evaluate(subscript);
    shell.variables.put(name, old.withoutElement(key));
  }

  private static int shift(Shell shell, List<String> argv) {
    int count = 1;
    if (argv.size() > 1) {
      if (!argv.get(1).matches("\\d{1,9}")) {
        return Builtins.fail(shell, "shift: " + argv.get(1) + ": numeric argument required", 1);
      }
      count = Integer.parseInt(argv.get(1));
    }
    if (count > shell.positional.size()) {
      return 1;
    }
    shell.positional = shell.positional.subList(count, shell.positional.size());
    return 0;
  }

  private static int set(Shell shell, List<String> argv) {
    if (argv.size() == 1) {
      for (String name : shell.variables.names()) {
        shell
            .variables
            .text(name)
            .ifPresent(text -> shell.process().out().println(name + "=" + Quoting.traced(text)));
      }
      return 0;
    }
    int i = 1;
    while (i < argv.size()) {
      String word = argv.get(i);
      if (word.equals("--") || word.equals("-")) {
        i++;
        shell.positional = List.copyOf(argv.subList(i, argv.size()));
        return 0;
      }
      if (!word.matches("[-+].+")) {
        break;
      }
      boolean on = word.startsWith("-");
      for (char letter : word.substring(1).toCharArray()) {
        if (letter == 'o') {
          i++;
          int result = i < argv.size() ? named(shell, argv.get(i), on) : printOptions(shell);
          if (result != 0) {
            return result;
          }
          continue;
        }
        Optional<Option> option = Option.of(letter);
        if (option.isEmpty() && "bkptH".indexOf(letter) < 0) {
          shell.complain("set: " + word.charAt(0) + letter + ": invalid option");
          shell.process().err().println(SET_USAGE);
          return 2;
        }
        option.ifPresent(o -> turn(shell, o, on));
      }
      i++;
    }
    if (i < argv.size()) {
      shell.positional = List.copyOf(argv.subList(i, argv.size()));
    }
    return 0;
  }

  private static int named(Shell shell, String word, boolean on) {
    Optional<Option> option = Option.named(word);
    if (option.isEmpty()) {
      boolean harmless =
          List.of(
                  "history",
                  "emacs",
                  "vi",
                  "ignoreeof",
                  "nolog",
                  "notify",
                  "keyword",
                  "histexpand",
                  "interactive-comments",
                  "onecmd",
                  "privileged")
              .contains(word);
      return harmless ? 0 : Builtins.fail(shell, "set: " + word + ": invalid option name", 1);
    }
    turn(shell, option.get(), on);
    return 0;
  }

  private static void turn(Shell shell, Option option, boolean on) {
    if (on) {
      shell.options.add(option);
    } else {
      shell.options.remove(option);
    }
  }

  private static int printOptions(Shell shell) {
    for (Option option : Option.values()) {
      String state = shell.options.contains(option) ? "on" : "off";
      shell.process().out().println("%-15s\t%s".formatted(option.word(), state));
    }
    return 0;
  }

  private static int let(Shell shell, List<String> argv) {
    if (argv.size() < 2) {
      return Builtins.fail(shell, "let: expression expected", 1);
    }
    long value = 0;
    for (String expression : argv.subList(1, argv.size())) {
      try {
        value = shell.evaluate(expression);
      } catch (Arithmetic.Problem problem) {
        return Builtins.fail(shell, "let: " + problem.getMessage(), 1);
      }
    }
    return value != 0 ? 0 : 1;
  }

  private static int getopts(Shell shell, List<String> argv) {
    if (argv.size() < 3) {
      shell.process().err().println("getopts: usage: getopts optstring name [arg ...]");
      return 2;
    }
    return new OptionScan(shell, argv).next();
  }

  /** Where {@code getopts} is: OPTIND says the word, a private variable the letter in it. */
  private static final class OptionScan {
    private static final String WITHIN = "__getopts";
    private final Shell shell;
    private final String letters;
    private final String name;
    private final List<String> words;

    OptionScan(Shell shell, List<String> argv) {
      this.shell = shell;
      letters = argv.get(1);
      name = argv.get(2);
      words = argv.size() > 3 ? argv.subList(3, argv.size()) : shell.positional;
    }

    private int number(String variable, int usual) {
      return shell
          .variables
          .text(variable)
          .filter(t -> t.matches("\\d{1,6}"))
          .map(Integer::parseInt)
          .orElse(usual);
    }

    int next() {
      int index = number("OPTIND", 1);
      int within = number(WITHIN, 1);
      shell.variables.unset("OPTARG");
      String word = index <= words.size() ? words.get(index - 1) : "";
      if (!word.startsWith("-") || word.equals("-") || word.equals("--")) {
        shell.variables.set(name, "?");
        shell.variables.set("OPTIND", "" + (word.equals("--") ? index + 1 : index));
        return 1;
      }
      char letter = word.charAt(Math.min(within, word.length() - 1));
      boolean wordDone = within + 1 >= word.length();
      int at = letters.indexOf(letter);
      boolean silent = letters.startsWith(":");
      String found = "" + letter;
      if (at < 0 || letter == ':') {
        complain(silent, "illegal option -- ", letter);
        found = "?";
      } else if (at + 1 < letters.length() && letters.charAt(at + 1) == ':') {
        String argument = wordDone ? "" : word.substring(within + 1);
        if (wordDone && index < words.size()) {
          argument = words.get(index++);
        } else if (wordDone) {
          complain(silent, "option requires an argument -- ", letter);
          found = silent ? ":" : "?";
          argument = silent ? "" + letter : "";
        }
        shell.variables.set("OPTARG", argument);
        wordDone = true;
      }
      shell.variables.set(name, found);
      shell.variables.set("OPTIND", "" + (wordDone ? index + 1 : index));
      shell.variables.set(WITHIN, "" + (wordDone ? 1 : within + 1));
      return 0;
    }

    private void complain(boolean silent, String what, char letter) {
      if (silent) {
        shell.variables.set("OPTARG", "" + letter);
      } else {
        shell.process().err().println(shell.name + ": " + what + letter);
      }
    }
  }

  /** A fresh array as {@code declare -a} makes it. */
  static Variable.Value emptyIndexed() {
    return new Variable.Value.Indexed(new TreeMap<>());
  }

  static List<String> sortedFunctions(Shell shell) {
    List<String> names = new ArrayList<>(shell.functions.keySet());
    names.sort(null);
    return names;
  }
}
