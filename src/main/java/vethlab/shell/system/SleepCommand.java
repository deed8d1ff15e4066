package vethlab.shell.system;

import java.util.List;
import java.util.OptionalLong;
import vethlab.shell.Command;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;

/** {@code sleep}: waits in virtual time. */
final class SleepCommand implements Command {

  @Override
  public Program start(List<String> argv) {
    return new Sleeping(argv.subList(1, argv.size()), -1);
  }

  private static final class Sleeping implements Program {
    private final List<String> words;
    private long until;

    Sleeping(List<String> words, long until) {
      this.words = words;
      this.until = until;
    }

    @Override
    public Program copy() {
      return new Sleeping(words, until);
    }

    @Override
    public Progress advance(Process process) {
      if (until < 0) {
        if (words.isEmpty()) {
          process.err().println("sleep: missing operand\nTry 'sleep --help' for more information.");
          return Progress.exited(1);
        }
        long total = 0;
        for (String word : words) {
          OptionalLong nanos = Durations.parse(word);
          if (nanos.isEmpty()) {
            process
                .err()
                .println(
                    "sleep: invalid time interval ‘"
                        + word
                        + "’\nTry 'sleep --help' for more information.");
            return Progress.exited(1);
          }
          total += nanos.getAsLong();
        }
        until = process.now() + total;
        process.wakeAt(until);
      }
      return process.now() >= until ? Progress.exited(0) : Progress.BLOCKED;
    }
  }
}
