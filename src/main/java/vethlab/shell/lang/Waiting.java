package vethlab.shell.lang;

import java.util.List;

/** What a shell waits for. All immutable. */
sealed interface Waiting {
  Waiting NOTHING = new Nothing();
  Waiting RETRY = new Retry();

  record Nothing() implements Waiting {}

  /** A builtin tries again when the shell is woken. */
  record Retry() implements Waiting {}

  /** A child in the foreground; {@code text} is said if a signal ends it. */
  record Child(int pid, String text) implements Waiting {}

  /** The children of a pipeline, with the statuses known so far (-1 unknown). */
  record Pipeline(List<Integer> pids, List<Integer> statuses) implements Waiting {}

  /** A command substitution: its output comes through this descriptor. */
  record Capture(int pid, int fd) implements Waiting {}
}
