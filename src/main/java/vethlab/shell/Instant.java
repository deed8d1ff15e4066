package vethlab.shell;

import java.util.List;
import java.util.function.Predicate;

/** A command that does its work at once and ends: ip, iptables, sysctl, echo. */
@FunctionalInterface
public interface Instant {

  /** Does it, prints what there is to print, and returns the exit status. */
  int run(Call call);

  /** As a command that does not read its input. */
  default Command command() {
    return argv -> new InstantProgram(this, false);
  }

  /**
   * As a command that reads its whole input first, when its arguments (without the name) say so.
   */
  default Command reading(Predicate<List<String>> readsInput) {
    return argv -> new InstantProgram(this, readsInput.test(argv.subList(1, argv.size())));
  }
}
