package vethlab.shell.lang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.shell.Progress;
import vethlab.shell.Syscalls.Place;

/** Runs a simple command: a function, a builtin, or a program in a process of its own. */
final class CommandRunner {
  private static final int NOT_FOUND = 127;
  private static final int NOT_RUNNABLE = 126;

  private final Shell shell;

  CommandRunner(Shell shell) {
    this.shell = shell;
  }

  /** Runs the command on the stack; {@code last} when the process has nothing to do after it. */
  void run(boolean last) {
    Mark.Invocation call = (Mark.Invocation) shell.stack.pop();
    shell.system().countCommand();
    shell.afterPipeline = false;
    if (call.argv().isEmpty()) {
      shell.status = shell.substitutionStatus;
      return;
    }
    String name = call.argv().getFirst();
    Function function = shell.functions.get(name);
    if (function != null) {
      function(function, call);
    } else {
      command(call, last);
    }
  }

  /** As {@code command} does: functions are not looked for. */
  void command(Mark.Invocation call, boolean last) {
    Optional<Builtin> builtin = Builtins.find(call.argv().getFirst());
    if (builtin.isPresent()) {
      builtin(builtin.get(), call);
    } else {
      external(call, last);
    }
  }

  private void function(Function function, Mark.Invocation call) {
    shell.stack.callFunction(function, call.argv().subList(1, call.argv().size()));
    for (Mark.Assigned a : call.assigned()) {
      shell.variables.local(a.name(), temporary(a));
    }
  }

  private Variable temporary(Mark.Assigned a) {
    String text = a.value().list().isEmpty() ? "" : a.value().list().getFirst().text();
    String before = a.append() ? shell.variables.text(a.name()).orElse("") : "";
    return Variable.of(before + text).exporting(true);
  }

  private void builtin(Builtin builtin, Mark.Invocation call) {
    int calls = shell.calls;
    OptionalInt scope = assign(call);
    int result;
    try {
      result = builtin.run(shell, call.argv());
    } finally {
      if (scope.isPresent() && shell.calls == calls) {
        shell.variables.remove(scope.getAsInt());
      } else if (scope.isPresent()) {
        shell.stack.giveScope();
      }
    }
    shell.takeSignals();
    switch (result) {
      case Builtin.PENDING -> {
        shell.stack.push(call);
        shell.pc--;
        shell.waiting = Waiting.RETRY;
      }
      case Builtin.ELSEWHERE -> {}
      default -> shell.status = result & 0xff;
    }
  }

  /** The scope of what is assigned for this command alone. */
  private OptionalInt assign(Mark.Invocation call) {
    if (call.assigned().isEmpty()) {
      return OptionalInt.empty();
    }
    Map<String, Variable> assigned = new LinkedHashMap<>();
    call.assigned().forEach(a -> assigned.put(a.name(), temporary(a)));
    return OptionalInt.of(shell.variables.pushForCommand(assigned));
  }

  /** A program, in a child or in place of this process. */
  void external(Mark.Invocation call, boolean last) {
    String name = call.argv().getFirst();
    Optional<Integer> problem = problem(name);
    if (problem.isPresent()) {
      shell.status = problem.get();
      return;
    }
    Map<String, String> environment = environment(call);
    if (last && shell.traps.command("EXIT").isEmpty()) {
      shell.system().setEnvironment(environment);
      shell.become(new Progress.Exec(call.argv(), shell.process().netns()));
      return;
    }
    int pid =
        shell.system().start(call.argv(), environment, shell.system().fds(), Place.FOREGROUND);
    shell.waiting = new Waiting.Child(pid, String.join(" ", call.argv()));
  }

  Map<String, String> environment(Mark.Invocation call) {
    if (call.assigned().isEmpty()) {
      return shell.variables.environment();
    }
    Map<String, String> environment = new LinkedHashMap<>(shell.variables.environment());
    call.assigned().forEach(a -> environment.put(a.name(), temporary(a).text().orElse("")));
    return environment;
  }

  /** Says why a word can't be run, and the status that goes with it. */
  private Optional<Integer> problem(String name) {
    if (shell.process().isCommand(name)) {
      return Optional.empty();
    }
    if (name.indexOf('/') < 0) {
      shell.complain(name + ": command not found");
      return Optional.of(NOT_FOUND);
    }
    if (!shell.process().files().exists(name)) {
      shell.complain(name + ": No such file or directory");
      return Optional.of(NOT_FOUND);
    }
    boolean directory = shell.process().files().isDirectory(name);
    shell.complain(name + (directory ? ": Is a directory" : ": Permission denied"));
    return Optional.of(NOT_RUNNABLE);
  }

  /** {@code exec}: this process becomes the command. */
  int become(List<String> argv) {
    String name = argv.getFirst();
    if (!shell.process().isCommand(name)) {
      shell.complain("exec: " + name + ": not found");
      if (!shell.interactive) {
        shell.exit(NOT_FOUND);
      }
      return NOT_FOUND;
    }
    shell.system().setEnvironment(shell.variables.environment());
    shell.become(new Progress.Exec(argv, shell.process().netns()));
    return 0;
  }
}
