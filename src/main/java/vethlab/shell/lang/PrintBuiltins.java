package vethlab.shell.lang;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.shell.Output;
import vethlab.shell.Process;

/** Builtins that print or test. */
final class PrintBuiltins {

  private PrintBuiltins() {}

  static void addTo(Map<String, Builtin> table) {
    table.put("echo", (shell, argv) -> checked(shell, argv, echo(shell.process().out(), argv)));
    table.put("printf", PrintBuiltins::printf);
    table.put("test", PrintBuiltins::test);
    table.put("[", PrintBuiltins::test);
    table.put("pwd", PrintBuiltins::pwd);
    table.put("times", PrintBuiltins::times);
  }

  /** The status, but 1 when what was written could not be. */
  private static int checked(Shell shell, List<String> argv, int status) {
    Optional<String> error = shell.process().takeWriteError();
    if (error.isEmpty()) {
      return status;
    }
    return Builtins.fail(shell, argv.getFirst() + ": write error: " + error.get(), 1);
  }

  private static boolean isOption(String word) {
    if (word.length() < 2 || word.charAt(0) != '-') {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      if ("neE".indexOf(word.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  static int echo(Output out, List<String> argv) {
    int i = 1;
    boolean newline = true;
    boolean escapes = false;
    for (; i < argv.size() && isOption(argv.get(i)); i++) {
      for (char c : argv.get(i).substring(1).toCharArray()) {
        newline &= c != 'n';
        escapes = c == 'e' || (c != 'E' && escapes);
      }
    }
    String text = String.join(" ", argv.subList(i, argv.size()));
    if (escapes) {
      Escapes.Expanded expanded = Escapes.echo(text);
      text = expanded.text();
      newline &= !expanded.cut();
    }
    out.print(newline ? text + "\n" : text);
    return 0;
  }

  private static int printf(Shell shell, List<String> argv) {
    List<String> words = argv.subList(1, argv.size());
    Optional<String> variable = Optional.empty();
    if (words.size() > 1 && words.getFirst().equals("-v")) {
      variable = Optional.of(words.get(1));
      words = words.subList(2, words.size());
    }
    if (!words.isEmpty() && words.getFirst().equals("--")) {
      words = words.subList(1, words.size());
    }
    if (words.isEmpty()) {
      shell.process().err().println("printf: usage: printf [-v var] format [arguments]");
      return 2;
    }
    Printf printf =
        new Printf(message -> shell.complain("printf: " + message), shell.process().now());
    String text = printf.format(words.getFirst(), words.subList(1, words.size()));
    if (variable.isPresent()) {
      shell.parameters.set(variable.get(), text);
    } else {
      shell.process().out().print(text);
    }
    return checked(shell, argv, printf.status());
  }

  private static int test(Shell shell, List<String> argv) {
    return shell.tests.command(argv);
  }

  private static int pwd(Shell shell, List<String> argv) {
    Process process = shell.process();
    process.out().println(process.files().workingDirectory());
    return 0;
  }

  private static int times(Shell shell, List<String> argv) {
    shell.process().out().print("0m0.000s 0m0.000s\n0m0.000s 0m0.000s\n");
    return 0;
  }
}
