package vethlab.shell.lang;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.shell.FileException;

/** Builtins about commands and directories. */
final class CommandBuiltins {
  private static final List<String> KEYWORDS =
      List.of(
          "if",
          "then",
          "else",
          "elif",
          "fi",
          "case",
          "esac",
          "for",
          "select",
          "while",
          "until",
          "do",
          "done",
          "in",
          "function",
          "time",
          "{",
          "}",
          "!",
          "[[",
          "]]");

  private CommandBuiltins() {}

  static void addTo(Map<String, Builtin> table) {
    table.put("command", CommandBuiltins::command);
    table.put("builtin", CommandBuiltins::builtin);
    table.put("exec", CommandBuiltins::exec);
    table.put("type", CommandBuiltins::type);
    table.put("cd", CommandBuiltins::cd);
    for (String harmless :
        List.of("hash", "umask", "ulimit", "alias", "unalias", "enable", "history")) {
      table.put(harmless, (shell, argv) -> 0);
    }
    table.put("umask", CommandBuiltins::umask);
    table.put("shopt", CommandBuiltins::shopt);
  }

  /** Of shopt's options only nullglob changes anything here. */
  private static int shopt(Shell shell, List<String> argv) {
    if (argv.contains("nullglob")) {
      if (argv.contains("-s")) {
        shell.options.add(Option.NULLGLOB);
      } else if (argv.contains("-u")) {
        shell.options.remove(Option.NULLGLOB);
      } else {
        return shell.options.contains(Option.NULLGLOB) ? 0 : 1;
      }
    }
    return 0;
  }

  private static int umask(Shell shell, List<String> argv) {
    if (argv.size() == 1) {
      shell.process().out().println("0022");
    }
    return 0;
  }

  private static int command(Shell shell, List<String> argv) {
    if (argv.size() > 1 && argv.get(1).matches("-[vV]")) {
      int status = 1;
      for (String name : argv.subList(2, argv.size())) {
        Optional<String> found =
            argv.get(1).equals("-v") ? shortly(shell, name) : description(shell, name);
        found.ifPresent(text -> shell.process().out().println(text));
        status = found.isPresent() ? 0 : status;
      }
      return status;
    }
    int first = argv.size() > 1 && argv.get(1).equals("-p") ? 2 : 1;
    if (argv.size() <= first) {
      return 0;
    }
    shell.runner.command(new Mark.Invocation(argv.subList(first, argv.size()), List.of()), false);
    return Builtin.ELSEWHERE;
  }

  private static int builtin(Shell shell, List<String> argv) {
    if (argv.size() == 1) {
      return 0;
    }
    Optional<Builtin> builtin = Builtins.find(argv.get(1));
    if (builtin.isEmpty()) {
      return Builtins.fail(shell, "builtin: " + argv.get(1) + ": not a shell builtin", 1);
    }
    return builtin.get().run(shell, argv.subList(1, argv.size()));
  }

  private static int exec(Shell shell, List<String> argv) {
    int i = 1;
    while (i < argv.size() && argv.get(i).matches("-[cla]+")) {
      i += argv.get(i).contains("a") ? 2 : 1;
    }
    if (i >= argv.size()) {
      shell.redirector.keep();
      return 0;
    }
    return shell.runner.become(argv.subList(i, argv.size()));
  }

  /** {@code command -v}: the path, or the name of what needs none. */
  private static Optional<String> shortly(Shell shell, String name) {
    if (shell.functions.containsKey(name)
        || Builtins.find(name).isPresent()
        || KEYWORDS.contains(name)) {
      return Optional.of(name);
    }
    return path(shell, name);
  }

  private static Optional<String> path(Shell shell, String name) {
    if (!shell.process().isCommand(name)) {
      return Optional.empty();
    }
    return Optional.of(shell.system().commands().path(name).orElse(name));
  }

  private static Optional<String> description(Shell shell, String name) {
    if (KEYWORDS.contains(name)) {
      return Optional.of(name + " is a shell keyword");
    }
    if (shell.functions.containsKey(name)) {
      return Optional.of(name + " is a function\n" + shell.functions.get(name).text());
    }
    if (Builtins.find(name).isPresent()) {
      return Optional.of(name + " is a shell builtin");
    }
    return path(shell, name).map(path -> name + " is " + path);
  }

  private static String kind(Shell shell, String name) {
    return KEYWORDS.contains(name)
        ? "keyword"
        : shell.functions.containsKey(name)
            ? "function"
            : Builtins.find(name).isPresent() ? "builtin" : "file";
  }

  private static int type(Shell shell, List<String> argv) {
    int status = 0;
    String flags = "";
    for (String name : argv.subList(1, argv.size())) {
      if (name.matches("-[afptP]+")) {
        flags += name;
        continue;
      }
      Optional<String> found = description(shell, name);
      if (found.isEmpty()) {
        status = 1;
        if (flags.isEmpty()) {
          shell.complain("type: " + name + ": not found");
        }
      } else if (flags.contains("t")) {
        shell.process().out().println(kind(shell, name));
      } else if (flags.contains("p") || flags.contains("P")) {
        path(shell, name).ifPresent(path -> shell.process().out().println(path));
      } else {
        shell.process().out().println(found.get());
      }
    }
    return status;
  }

  private static int cd(Shell shell, List<String> argv) {
    List<String> words = argv.subList(1, argv.size());
    while (!words.isEmpty() && words.getFirst().matches("-[LP]|--")) {
      words = words.subList(1, words.size());
    }
    if (words.size() > 1) {
      return Builtins.fail(shell, "cd: too many arguments", 1);
    }
    String to = words.isEmpty() ? shell.variables.text("HOME").orElse("/root") : words.getFirst();
    boolean back = to.equals("-");
    if (back) {
      Optional<String> old = shell.variables.text("OLDPWD");
      if (old.isEmpty()) {
        return Builtins.fail(shell, "cd: OLDPWD not set", 1);
      }
      to = old.get();
    }
    try {
      change(shell, to);
    } catch (FileException e) {
      return Builtins.fail(shell, "cd: " + to + ": " + e.getMessage(), 1);
    }
    if (back) {
      shell.process().out().println(shell.process().files().workingDirectory());
    }
    return 0;
  }

  private static void change(Shell shell, String to) {
    var files = shell.process().files();
    if (to.isEmpty()) {
      return;
    }
    if (!files.exists(to)) {
      throw FileException.noSuchFile();
    }
    if (!files.isDirectory(to)) {
      throw FileException.notDirectory();
    }
    String old = files.workingDirectory();
    shell.system().setWorkingDirectory(to);
    shell.variables.put("OLDPWD", Variable.of(old).exporting(true));
    shell.variables.put(
        "PWD", Variable.of(shell.process().files().workingDirectory()).exporting(true));
  }
}
