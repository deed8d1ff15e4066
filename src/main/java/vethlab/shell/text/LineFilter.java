package vethlab.shell.text;

import vethlab.shell.Output;

/** What a text tool does with its input, line by line. */
interface LineFilter {

  /** An independent copy in the same state. */
  LineFilter copy();

  /** The lines that follow are those of this file; {@code -} is the standard input. */
  default void file(String name, Output out) {}

  /** The next line, with its newline, which the last one may not have. */
  void line(String line, Output out);

  /** There are no more lines: the exit status. */
  int end(Output out);

  /** Whether it needs no more lines. */
  default boolean isDone() {
    return false;
  }

  /** A line without its newline. */
  static String stripped(String line) {
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }
}
