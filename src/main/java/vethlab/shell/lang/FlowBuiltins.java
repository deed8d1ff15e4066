package vethlab.shell.lang;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.shell.FileException;

/** Builtins that change where a script goes on. */
final class FlowBuiltins {

  private FlowBuiltins() {}

  static void addTo(Map<String, Builtin> table) {
    table.put(":", (shell, argv) -> 0);
    table.put("true", (shell, argv) -> 0);
    table.put("false", (shell, argv) -> 1);
    table.put("break", (shell, argv) -> leaveLoop(shell, argv, false));
    table.put("continue", (shell, argv) -> leaveLoop(shell, argv, true));
    table.put("return", FlowBuiltins::returnFrom);
    table.put("exit", FlowBuiltins::exit);
    table.put("logout", FlowBuiltins::exit);
    table.put("eval", FlowBuiltins::eval);
    table.put("source", FlowBuiltins::source);
    table.put(".", FlowBuiltins::source);
  }

  private static int leaveLoop(Shell shell, List<String> argv, boolean again) {
    int count = 1;
    if (argv.size() > 1) {
      if (!argv.get(1).matches("\\d{1,9}")) {
        shell.complain(argv.getFirst() + ": " + argv.get(1) + ": numeric argument required");
        shell.exit(128);
        return 128;
      }
      count = Integer.parseInt(argv.get(1));
      if (count == 0) {
        return Builtins.fail(shell, argv.getFirst() + ": 0: loop count out of range", 1);
      }
    }
    if (shell.stack.leaveLoops(count, again) == 0) {
      shell.complain(argv.getFirst() + ": only meaningful in a `for', `while', or `until' loop");
    }
    return 0;
  }

  private static int returnFrom(Shell shell, List<String> argv) {
    int status = status(shell, argv);
    if (shell.stack.returnFrom(status)) {
      return status;
    }
    return Builtins.fail(shell, "return: can only `return' from a function or sourced script", 2);
  }

  private static int exit(Shell shell, List<String> argv) {
    int status = status(shell, argv);
    shell.exit(status);
    return status;
  }

  private static int status(Shell shell, List<String> argv) {
    if (argv.size() < 2) {
      return shell.status;
    }
    if (!argv.get(1).matches("[-+]?\\d{1,18}")) {
      shell.complain(argv.getFirst() + ": " + argv.get(1) + ": numeric argument required");
      return 2;
    }
    return (int) (Long.parseLong(argv.get(1)) & 0xff);
  }

  private static int eval(Shell shell, List<String> argv) {
    String text = String.join(" ", argv.subList(1, argv.size()));
    if (text.isBlank()) {
      return 0;
    }
    Source source = new Source(Source.Kind.STRING, shell.source.name(), text, 0, shell.line);
    shell.stack.callText(Mark.Kind.EVAL, source, Optional.empty());
    return Builtin.ELSEWHERE;
  }

  private static int source(Shell shell, List<String> argv) {
    if (argv.size() < 2) {
      shell.complain(argv.getFirst() + ": filename argument required");
      shell
          .process()
          .err()
          .println(argv.getFirst() + ": usage: " + argv.getFirst() + " filename [arguments]");
      return 2;
    }
    String path = argv.get(1);
    if (path.equals("/dev/stdin")) {
      return sourceDescriptor(shell, argv, 0);
    }
    if (path.matches("/dev/fd/\\d{1,4}")) {
      return sourceDescriptor(shell, argv, Integer.parseInt(path.substring("/dev/fd/".length())));
    }
    String text;
    try {
      text = shell.process().files().read(path);
    } catch (FileException e) {
      String where = e.getMessage().equals("Is a directory") ? argv.getFirst() + ": " : "";
      return Builtins.fail(shell, where + path + ": " + e.getMessage().replace("Is a", "is a"), 1);
    }
    return sourceText(shell, argv, text);
  }

  /** {@code . <(commands)}: what the commands print is there when they have ended. */
  private static int sourceDescriptor(Shell shell, List<String> argv, int fd) {
    return shell
        .process()
        .input(fd)
        .all()
        .map(text -> sourceText(shell, argv, text))
        .orElse(Builtin.PENDING);
  }

  private static int sourceText(Shell shell, List<String> argv, String text) {
    Optional<List<String>> arguments =
        argv.size() > 2 ? Optional.of(argv.subList(2, argv.size())) : Optional.empty();
    shell.status = 0;
    shell.stack.callText(
        Mark.Kind.SOURCE, new Source(Source.Kind.FILE, argv.get(1), text, 0, 1), arguments);
    return Builtin.ELSEWHERE;
  }
}
