package vethlab.shell.system;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.shell.Arguments;
import vethlab.shell.Command;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.Signal;

/** {@code timeout}: -s -k --preserve-status --foreground; 124 when the time was up. */
final class TimeoutCommand implements Command {
  private static final Arguments.Spec SPEC =
      new Arguments.Spec("vpf", "sk")
          .name("signal", 's')
          .name("kill-after", 'k')
          .name("preserve-status", 'p')
          .name("foreground", 'f')
          .name("verbose", 'v')
          .inOrder();
  private static final int FAILED = 125;
  private static final int TIMED_OUT = 124;
  private static final int NOT_FOUND = 127;

  @Override
  public Program start(List<String> argv) {
    return new Running(Arguments.parse(argv, SPEC));
  }

  private static final class Running implements Program {
    private final Arguments options;
    private int child;
    private long until;
    private boolean expired;

    Running(Arguments options) {
      this.options = options;
    }

    @Override
    public Program copy() {
      Running copy = new Running(options);
      copy.child = child;
      copy.until = until;
      copy.expired = expired;
      return copy;
    }

    @Override
    public Progress advance(Process process) {
      if (child == 0) {
        Optional<Progress> refused = begin(process);
        if (refused.isPresent()) {
          return refused.get();
        }
      }
      Optional<Signal> signal = process.takeSignal();
      signal.ifPresent(s -> process.kill(child, s));
      OptionalInt ended = process.reap(child);
      if (ended.isPresent()) {
        boolean says = expired && !options.has('p');
        return Progress.exited(says && ended.getAsInt() != 137 ? TIMED_OUT : ended.getAsInt());
      }
      if (process.now() >= until) {
        expire(process);
      }
      return Progress.BLOCKED;
    }

    private Optional<Progress> begin(Process process) {
      List<String> words = options.operands();
      if (options.problem().isPresent() || words.size() < 2) {
        String what = options.problem().orElse("missing operand");
        process.err().println("timeout: " + what + "\nTry 'timeout --help' for more information.");
        return Optional.of(Progress.exited(FAILED));
      }
      OptionalLong limit = Durations.parse(words.getFirst());
      if (limit.isEmpty()) {
        process
            .err()
            .println(
                "timeout: invalid time interval ‘"
                    + words.getFirst()
                    + "’\nTry 'timeout --help' for more information.");
        return Optional.of(Progress.exited(FAILED));
      }
      String command = words.get(1);
      if (!process.isCommand(command)) {
        process
            .err()
            .println("timeout: failed to run command ‘" + command + "’: No such file or directory");
        return Optional.of(Progress.exited(NOT_FOUND));
      }
      process.catchSignal(Signal.TERM);
      process.catchSignal(Signal.INT);
      child = process.spawn(words.subList(1, words.size()), process.netns());
      until = limit.getAsLong() == 0 ? Long.MAX_VALUE : process.now() + limit.getAsLong();
      if (until != Long.MAX_VALUE) {
        process.wakeAt(until);
      }
      return Optional.empty();
    }

    private void expire(Process process) {
      Signal signal =
          expired ? Signal.KILL : options.value('s').flatMap(Signal::named).orElse(Signal.TERM);
      process.kill(child, signal);
      expired = true;
      OptionalLong more = options.value('k').map(Durations::parse).orElse(OptionalLong.empty());
      until = more.isPresent() ? process.now() + more.getAsLong() : Long.MAX_VALUE;
      if (more.isPresent()) {
        process.wakeAt(until);
      }
    }
  }
}
