package vethlab.shell;

import java.util.List;

/** Something on the PATH. */
@FunctionalInterface
public interface Command {

  /**
   * The program for one call, in its first state. Mistakes in the arguments are reported when it
   * advances, for only then there is somewhere to print.
   *
   * @param argv the words of the call, the command's name first
   */
  Program start(List<String> argv);
}
