package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The builtins by name. */
final class Builtins {
  private static final List<String> ASSIGNING =
      List.of("declare", "typeset", "local", "export", "readonly");

  private static final Map<String, Builtin> TABLE = table();

  private Builtins() {}

  private static Map<String, Builtin> table() {
    Map<String, Builtin> table = new TreeMap<>();
    FlowBuiltins.addTo(table);
    VariableBuiltins.addTo(table);
    JobBuiltins.addTo(table);
    PrintBuiltins.addTo(table);
    InputBuiltins.addTo(table);
    CommandBuiltins.addTo(table);
    return table;
  }

  static Optional<Builtin> find(String name) {
    return Optional.ofNullable(TABLE.get(name));
  }

  static List<String> names() {
    return new ArrayList<>(TABLE.keySet());
  }

  /** Whether arguments of the form {@code name=value} are assignments to this command. */
  static boolean takesAssignments(String command) {
    return ASSIGNING.contains(command);
  }

  /** An error of a builtin: {@code SCRIPT: line N: cd: …}. */
  static int fail(Shell shell, String message, int status) {
    shell.complain(message);
    return status;
  }
}
