package vethlab.shell.lang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code declare} and {@code local}. */
final class Declaring {
  private static final String USAGE =
      "declare: usage: declare [-aAfFgiIlnrtux] [name[=value] ...] or declare -p [-aAfFilnrtux]"
          + " [name ...]";

  private Declaring() {}

  static int local(Shell shell, List<String> argv) {
    if (!shell.variables.inFunction()) {
      return Builtins.fail(shell, "local: can only be used in a function", 1);
    }
    return declare(shell, argv);
  }

  static int declare(Shell shell, List<String> argv) {
    StringBuilder flags = new StringBuilder();
    boolean off = false;
    int i = 1;
    for (; i < argv.size() && argv.get(i).matches("[-+].+"); i++) {
      if (argv.get(i).equals("--")) {
        i++;
        break;
      }
      String letters = argv.get(i).substring(1);
      if (!letters.matches("[aAfFgiIlnprtux]+")) {
        shell.complain(argv.getFirst() + ": " + argv.get(i) + ": invalid option");
        shell.process().err().println(USAGE);
        return 2;
      }
      off |= argv.get(i).startsWith("+");
      flags.append(letters);
    }
    List<String> words = argv.subList(i, argv.size());
    String letters = flags.toString();
    if (letters.contains("f") || letters.contains("F")) {
      return functions(shell, letters, words);
    }
    if (letters.contains("p") || (words.isEmpty() && !argv.getFirst().equals("local"))) {
      return print(shell, argv.getFirst(), words);
    }
    int status = 0;
    for (String word : words) {
      status = Math.max(status, one(shell, argv.getFirst(), word, letters, off));
    }
    return status;
  }

  private static int functions(Shell shell, String letters, List<String> words) {
    List<String> names = words.isEmpty() ? VariableBuiltins.sortedFunctions(shell) : words;
    int status = 0;
    for (String name : names) {
      Function function = shell.functions.get(name);
      if (function == null) {
        status = 1;
      } else if (letters.contains("F")) {
        shell.process().out().println(words.isEmpty() ? "declare -f " + name : name);
      } else {
        shell.process().out().println(function.text());
      }
    }
    return status;
  }

  private static int print(Shell shell, String command, List<String> words) {
    int status = 0;
    for (String name : words.isEmpty() ? shell.variables.names() : words) {
      Variable variable = shell.variables.get(name);
      if (variable == Variable.UNSET) {
        status = Builtins.fail(shell, command + ": " + name + ": not found", 1);
      } else {
        shell.process().out().println(variable.declaration(name));
      }
    }
    return status;
  }

  private static int one(Shell shell, String command, String word, String letters, boolean off) {
    int equals = word.indexOf('=');
    String name = (equals < 0 ? word : word.substring(0, equals)).replaceFirst("\\+$", "");
    int bracket = name.indexOf('[');
    name = bracket > 0 ? name.substring(0, bracket) : name;
    if (!VariableBuiltins.isName(name)) {
      return Builtins.fail(shell, command + ": `" + word + "': not a valid identifier", 1);
    }
    if (shell.variables.get(name).readOnly() && equals >= 0) {
      return Builtins.fail(shell, command + ": " + name + ": readonly variable", 1);
    }
    boolean global = letters.contains("g") || !shell.variables.inFunction();
    if (!global && !shell.variables.isLocal(name)) {
      shell.variables.local(name, Variable.UNSET);
    }
    Variable variable = shell.variables.get(name);
    shell.variables.put(name, withFlags(variable, letters, off, false));
    assignArgument(shell, word);
    shell.variables.put(name, withFlags(shell.variables.get(name), letters, off, true));
    return 0;
  }

  private static Variable withFlags(
      Variable variable, String letters, boolean off, boolean assigned) {
    Variable changed = variable;
    if (letters.contains("A") && !changed.isAssociative()) {
      changed = changed.with(new Variable.Value.Associative(new LinkedHashMap<>()));
    }
    if (letters.contains("a") && !changed.isArray()) {
      changed =
          changed.with(
              changed.text().isPresent()
                  ? new Variable.Value.Indexed(changed.indexed())
                  : VariableBuiltins.emptyIndexed());
    }
    if (letters.contains("i")) {
      changed = changed.integerOne(!off);
    }
    if (letters.contains("x")) {
      changed = changed.exporting(!off);
    }
    if (letters.contains("r") && assigned) {
      changed = changed.readOnlyOne();
    }
    return changed;
  }

  /** Carries out {@code name=value}, {@code name+=value} or {@code name[i]=value}, if it is one. */
  static void assignArgument(Shell shell, String word) {
    int equals = word.indexOf('=');
    if (equals < 0) {
      return;
    }
    boolean append = word.charAt(equals - 1) == '+';
    String name = word.substring(0, append ? equals - 1 : equals);
    Optional<String> key = Optional.empty();
    int bracket = name.indexOf('[');
    if (bracket > 0 && name.endsWith("]")) {
      key = Optional.of(name.substring(bracket + 1, name.length() - 1));
      name = name.substring(0, bracket);
    }
    Mark.Assigned assigned =
        new Mark.Assigned(name, key, append, Mark.Elements.text(word.substring(equals + 1)));
    shell.assign(assigned);
  }
}
