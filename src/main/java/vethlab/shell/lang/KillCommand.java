package vethlab.shell.lang;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import vethlab.shell.Process;
import vethlab.shell.Signal;

/** {@code kill}: the builtin, which knows jobs, and the program, which does not. */
final class KillCommand {
  private final Process process;
  private final Consumer<String> complain;
  private final Function<String, Optional<Jobs.Job>> jobs;

  KillCommand(
      Process process, Consumer<String> complain, Function<String, Optional<Jobs.Job>> jobs) {
    this.process = process;
    this.complain = complain;
    this.jobs = jobs;
  }

  int run(List<String> argv) {
    Signal signal = Signal.TERM;
    int i = 1;
    if (i < argv.size() && argv.get(i).matches("-[ls]|--signal|-n") || isList(argv)) {
      if (argv.get(1).equals("-l")) {
        return list(argv);
      }
      i++;
      Optional<Signal> named = i < argv.size() ? Signal.named(argv.get(i)) : Optional.empty();
      if (named.isEmpty()) {
        return invalid(i < argv.size() ? argv.get(i) : "");
      }
      signal = named.get();
      i++;
    } else if (i < argv.size() && argv.get(i).matches("-[A-Za-z0-9].*")) {
      String word = argv.get(i).substring(1);
      if (word.equals("0")) {
        return probe(argv.subList(i + 1, argv.size()));
      }
      Optional<Signal> named = Signal.named(word);
      if (named.isEmpty()) {
        return invalid(word);
      }
      signal = named.get();
      i++;
    }
    if (i < argv.size() && argv.get(i).equals("--")) {
      i++;
    }
    if (i >= argv.size()) {
      process
          .err()
          .println(
              "kill: usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l"
                  + " [sigspec]");
      return 2;
    }
    int status = 0;
    for (String target : argv.subList(i, argv.size())) {
      status = Math.max(status, send(target, signal));
    }
    return status;
  }

  private static boolean isList(List<String> argv) {
    return argv.size() > 1 && argv.get(1).equals("-l");
  }

  private int list(List<String> argv) {
    if (argv.size() > 2) {
      Optional<Signal> signal = Signal.named(argv.get(2));
      signal.ifPresent(
          s -> process.out().println(argv.get(2).matches("\\d+") ? s.name() : "" + s.number()));
      return signal.isPresent() ? 0 : 1;
    }
    String all =
        java.util.Arrays.stream(Signal.values())
            .map(s -> s.number() + ") SIG" + s.name())
            .collect(Collectors.joining("\t"));
    process.out().println(all);
    return 0;
  }

  private int invalid(String word) {
    complain.accept("kill: " + word + ": invalid signal specification");
    return 1;
  }

  private int probe(List<String> targets) {
    int status = 0;
    for (String target : targets) {
      boolean alive =
          target.matches("\\d{1,9}") && process.syscalls().isAlive(Integer.parseInt(target));
      if (!alive) {
        complain.accept("kill: (" + target + ") - No such process");
        status = 1;
      }
    }
    return status;
  }

  private int send(String target, Signal signal) {
    if (target.startsWith("%")) {
      Optional<Jobs.Job> job = jobs.apply(target);
      if (job.isEmpty()) {
        complain.accept("kill: " + target + ": no such job");
        return 1;
      }
      job.get().left().forEach(pid -> process.kill(pid, signal));
      return 0;
    }
    if (!target.matches("-?\\d{1,9}")) {
      complain.accept("kill: " + target + ": arguments must be process or job IDs");
      return 1;
    }
    int pid = Math.abs(Integer.parseInt(target));
    if (pid == 0) {
      pid = process.pid();
    }
    if (!process.kill(pid, signal)) {
      complain.accept("kill: (" + target + ") - No such process");
      return 1;
    }
    return 0;
  }
}
