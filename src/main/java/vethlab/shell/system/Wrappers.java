package vethlab.shell.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vethlab.shell.Arguments;
import vethlab.shell.CommandTable;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;

/** Commands that become another command: sudo, env, nohup and their like. */
final class Wrappers {
  private static final int NOT_FOUND = 127;

  /** What the program does in its only step. */
  private interface Step {
    Progress run(Process process);
  }

  private record Once(Step step) implements Program {
    @Override
    public Program copy() {
      return this;
    }

    @Override
    public Progress advance(Process process) {
      return step.run(process);
    }
  }

  private Wrappers() {}

  static void addTo(CommandTable table) {
    table.in("/usr/bin");
    table.add("sudo", argv -> new Once(process -> sudo(process, argv)));
    table.add("env", argv -> new Once(process -> env(process, argv)));
    plain(table, "nohup", new Arguments.Spec("", ""));
    plain(table, "setsid", new Arguments.Spec("cfw", ""));
    plain(table, "nice", new Arguments.Spec("", "n"));
    plain(table, "ionice", new Arguments.Spec("t", "cnp"));
    plain(table, "stdbuf", new Arguments.Spec("", "ioe"));
    plain(table, "chrt", new Arguments.Spec("fr", ""));
    plain(table, "unbuffer", new Arguments.Spec("p", ""));
  }

  private static void plain(CommandTable table, String name, Arguments.Spec spec) {
    spec.inOrder();
    table.add(name, argv -> new Once(process -> become(process, name, argv, spec)));
  }

  private static Progress become(
      Process process, String name, List<String> argv, Arguments.Spec spec) {
    Arguments arguments = Arguments.parse(argv, spec);
    if (arguments.problem().isPresent() || arguments.operands().isEmpty()) {
      String what = arguments.problem().orElse("missing operand");
      process
          .err()
          .println(name + ": " + what + "\nTry '" + name + " --help' for more information.");
      return Progress.exited(125);
    }
    List<String> command = arguments.operands();
    if (!process.isCommand(command.getFirst())) {
      process
          .err()
          .println(
              name
                  + ": failed to run command '"
                  + command.getFirst()
                  + "': No such file or directory");
      return Progress.exited(NOT_FOUND);
    }
    return new Progress.Exec(List.copyOf(command), process.netns());
  }

  private static Progress sudo(Process process, List<String> argv) {
    Arguments.Spec spec =
        new Arguments.Spec("EHnSbkKisvlAP", "ugpChrtTUD")
            .name("preserve-env", 'E')
            .name("user", 'u')
            .name("login", 'i')
            .name("non-interactive", 'n')
            .inOrder();
    Arguments arguments = Arguments.parse(argv, spec);
    if (arguments.problem().isPresent()) {
      process.err().println("sudo: " + arguments.problem().get());
      return Progress.exited(1);
    }
    Map<String, String> environment = new LinkedHashMap<>(process.environment());
    List<String> words = arguments.operands();
    while (!words.isEmpty() && words.getFirst().matches("[A-Za-z_]\\w*=.*")) {
      put(environment, words.getFirst());
      words = words.subList(1, words.size());
    }
    process.syscalls().setEnvironment(environment);
    if (words.isEmpty() && (arguments.has('i') || arguments.has('s'))) {
      return new Progress.Exec(List.of("bash"), process.netns());
    }
    if (words.isEmpty()) {
      boolean asksOnly = arguments.has('v') || arguments.has('k') || arguments.has('K');
      if (!asksOnly) {
        process.err().println("usage: sudo [-EHnS] [-u user] [VAR=value] [command [arg ...]]");
      }
      return Progress.exited(asksOnly ? 0 : 1);
    }
    if (!process.isCommand(words.getFirst())) {
      process.err().println("sudo: " + words.getFirst() + ": command not found");
      return Progress.exited(1);
    }
    return new Progress.Exec(List.copyOf(words), process.netns());
  }

  private static void put(Map<String, String> environment, String assignment) {
    int equals = assignment.indexOf('=');
    environment.put(assignment.substring(0, equals), assignment.substring(equals + 1));
  }

  private static Progress env(Process process, List<String> argv) {
    Arguments arguments =
        Arguments.parse(
            argv,
            new Arguments.Spec("i0v", "uCS")
                .name("unset", 'u')
                .name("ignore-environment", 'i')
                .inOrder());
    if (arguments.problem().isPresent()) {
      process
          .err()
          .println(
              "env: " + arguments.problem().get() + "\nTry 'env --help' for more information.");
      return Progress.exited(125);
    }
    Map<String, String> environment = new TreeMap<>();
    if (!arguments.has('i')) {
      environment.putAll(process.environment());
    }
    arguments.values('u').forEach(environment::remove);
    List<String> words = arguments.operands();
    while (!words.isEmpty() && words.getFirst().indexOf('=') > 0) {
      put(environment, words.getFirst());
      words = words.subList(1, words.size());
    }
    if (words.isEmpty()) {
      environment.forEach((name, value) -> process.out().println(name + "=" + value));
      return Progress.exited(0);
    }
    if (!process.isCommand(words.getFirst())) {
      process.err().println("env: ‘" + words.getFirst() + "’: No such file or directory");
      return Progress.exited(NOT_FOUND);
    }
    process.syscalls().setEnvironment(environment);
    return new Progress.Exec(List.copyOf(words), process.netns());
  }
}
