package vethlab.shell.lang;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.shell.Signal;
import vethlab.shell.Syscalls.Place;

/** Builtins about jobs and signals. */
final class JobBuiltins {
  private static final int NOT_FOUND = 127;

  private JobBuiltins() {}

  static void addTo(Map<String, Builtin> table) {
    table.put("wait", JobBuiltins::await);
    table.put("jobs", JobBuiltins::jobs);
    table.put("kill", JobBuiltins::kill);
    table.put("fg", (shell, argv) -> move(shell, argv, Place.FOREGROUND));
    table.put("bg", (shell, argv) -> move(shell, argv, Place.BACKGROUND));
    table.put("disown", JobBuiltins::disown);
    table.put("trap", JobBuiltins::trap);
  }

  private static int await(Shell shell, List<String> argv) {
    shell.jobs.poll(shell.process());
    if (shell.traps.isPending()) {
      return 128 + shell.traps.firstPending().number();
    }
    List<String> words = argv.subList(1, argv.size());
    if (words.isEmpty() || words.getFirst().equals("-n")) {
      return words.isEmpty() ? awaitAll(shell) : awaitNext(shell);
    }
    int status = 0;
    for (String word : words) {
      status = awaitOne(shell, word);
      if (status == Builtin.PENDING) {
        return status;
      }
    }
    shell.jobs.clean(shell);
    return status;
  }

  private static int awaitAll(Shell shell) {
    if (!shell.jobs.allDone()) {
      return Builtin.PENDING;
    }
    shell.jobs.clean(shell);
    return 0;
  }

  private static int awaitNext(Shell shell) {
    if (shell.jobs.all().isEmpty()) {
      return NOT_FOUND;
    }
    for (Jobs.Job job : shell.jobs.all()) {
      if (job.isDone()) {
        shell.jobs.remove(job.number());
        return job.status();
      }
    }
    return Builtin.PENDING;
  }

  private static int awaitOne(Shell shell, String word) {
    if (word.startsWith("%")) {
      Optional<Jobs.Job> job = shell.jobs.named(word);
      if (job.isEmpty()) {
        return Builtins.fail(shell, "wait: " + word + ": no such job", NOT_FOUND);
      }
      return job.get().isDone() ? job.get().status() : Builtin.PENDING;
    }
    if (!word.matches("\\d{1,9}")) {
      return Builtins.fail(shell, "wait: `" + word + "': not a pid or valid job spec", 1);
    }
    int pid = Integer.parseInt(word);
    if (shell.jobs.isRunning(pid)) {
      return Builtin.PENDING;
    }
    Optional<Integer> status = shell.jobs.status(pid);
    if (status.isEmpty()) {
      return Builtins.fail(shell, "wait: pid " + pid + " is not a child of this shell", NOT_FOUND);
    }
    return status.get();
  }

  private static int jobs(Shell shell, List<String> argv) {
    shell.jobs.poll(shell.process());
    boolean pids = argv.contains("-p");
    boolean longer = argv.contains("-l");
    for (Jobs.Job job : shell.jobs.all()) {
      String line = shell.jobs.line(job);
      if (longer) {
        line =
            line.substring(0, line.indexOf("  "))
                + " "
                + job.pid()
                + line.substring(line.indexOf("  ") + 1);
      }
      if (!argv.contains("-r") || !job.isDone()) {
        shell.process().out().println(pids ? "" + job.pid() : line);
      }
    }
    shell.jobs.clean(shell);
    return 0;
  }

  private static int kill(Shell shell, List<String> argv) {
    return new KillCommand(shell.process(), message -> shell.complain(message), shell.jobs::named)
        .run(argv);
  }

  private static int move(Shell shell, List<String> argv, Place place) {
    shell.jobs.poll(shell.process());
    String word = argv.size() > 1 ? argv.get(1) : "%%";
    String spec = word.startsWith("%") ? word : "%" + word;
    Optional<Jobs.Job> job = shell.jobs.named(spec);
    if (job.isEmpty() || job.get().isDone()) {
      String shown = argv.size() > 1 ? word : "current";
      return Builtins.fail(shell, argv.getFirst() + ": " + shown + ": no such job", 1);
    }
    for (int pid : job.get().left()) {
      shell.system().place(pid, place);
      shell.process().kill(pid, Signal.CONT);
    }
    if (place == Place.BACKGROUND) {
      shell.process().out().println("[%d]+ %s &".formatted(job.get().number(), job.get().text()));
      return 0;
    }
    shell.process().out().println(job.get().text());
    shell.jobs.remove(job.get().number());
    shell.waiting = new Waiting.Child(job.get().pid(), job.get().text());
    return Builtin.ELSEWHERE;
  }

  private static int disown(Shell shell, List<String> argv) {
    List<Jobs.Job> all = List.copyOf(shell.jobs.all());
    for (Jobs.Job job : all) {
      boolean meant =
          argv.size() == 1
              ? job == all.getLast()
              : argv.contains("-a")
                  || argv.contains("" + job.pid())
                  || argv.contains("%" + job.number());
      if (meant) {
        shell.jobs.remove(job.number());
      }
    }
    return 0;
  }

  private static int trap(Shell shell, List<String> argv) {
    List<String> words = argv.subList(1, argv.size());
    if (!words.isEmpty() && words.getFirst().equals("--")) {
      words = words.subList(1, words.size());
    }
    if (words.isEmpty() || words.getFirst().equals("-p")) {
      shell
          .traps
          .all()
          .forEach((name, command) ->
              shell
                  .process()
                  .out()
                  .println("trap -- " + Quoting.single(command) + " " + shown(name)));
      return 0;
    }
    boolean reset = words.getFirst().equals("-") || words.size() == 1;
    List<String> names = words.size() == 1 ? words : words.subList(1, words.size());
    int status = 0;
    for (String word : names) {
      Optional<String> name = trapName(word);
      if (name.isEmpty()) {
        status = Builtins.fail(shell, "trap: " + word + ": invalid signal specification", 1);
      } else if (reset) {
        shell.traps.reset(name.get(), shell.process());
      } else {
        shell.traps.set(name.get(), words.getFirst(), shell.process());
      }
    }
    return status;
  }

  private static String shown(String name) {
    return Signal.named(name).isPresent() ? "SIG" + name : name;
  }

  private static Optional<String> trapName(String word) {
    return switch (word.toUpperCase(java.util.Locale.ROOT)) {
      case "EXIT", "0" -> Optional.of("EXIT");
      case "ERR", "DEBUG", "RETURN" -> Optional.of(word.toUpperCase(java.util.Locale.ROOT));
      default -> Signal.named(word).map(Signal::name);
    };
  }
}
