package vethlab.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The signals that processes here send each other, with their Linux numbers. */
public enum Signal {
  HUP(1, "Hangup"),
  INT(2, ""),
  QUIT(3, "Quit"),
  KILL(9, "Killed"),
  USR1(10, "User defined signal 1"),
  USR2(12, "User defined signal 2"),
  PIPE(13, "Broken pipe"),
  ALRM(14, "Alarm clock"),
  TERM(15, "Terminated"),
  CHLD(17, ""),
  CONT(18, ""),
  STOP(19, "Stopped"),
  TSTP(20, "Stopped");

  private final int number;
  private final String said;

  Signal(int number, String said) {
    this.number = number;
    this.said = said;
  }

  public int number() {
    return number;
  }

  /** What a shell says of a process that this signal ended; may be empty. */
  public String said() {
    return said;
  }

  /** Whether a process that does not catch it just goes on. */
  public boolean ignoredByDefault() {
    return this == CHLD || this == CONT;
  }

  /** The signal of a word: {@code INT}, {@code SIGINT}, {@code sigint} or {@code 2}. */
  public static Optional<Signal> named(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    String name = upper.startsWith("SIG") ? upper.substring(3) : upper;
    return Arrays.stream(values())
        .filter(s -> s.name().equals(name) || String.valueOf(s.number).equals(name))
        .findFirst();
  }
}
