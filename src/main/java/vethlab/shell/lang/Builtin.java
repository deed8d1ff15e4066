package vethlab.shell.lang;

import java.util.List;

/** A command that the shell itself carries out. */
@FunctionalInterface
interface Builtin {
  /** It can't go on yet and is run again when the shell is woken. */
  int PENDING = -1;

  /** The exit status is set otherwise. */
  int ELSEWHERE = -2;

  /**
   * Runs it.
   *
   * @param argv the command's name and its arguments
   * @return the exit status, {@link #PENDING} or {@link #ELSEWHERE}
   */
  int run(Shell shell, List<String> argv);
}
