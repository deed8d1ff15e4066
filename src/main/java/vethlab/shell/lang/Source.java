package vethlab.shell.lang;

/**
 * A text that is read command by command.
 *
 * @param name what error messages call it
 * @param pos where the next command begins
 * @param line the number of that line
 */
record Source(Kind kind, String name, String text, int pos, int line) {

  enum Kind {
    /** A script file. */
    FILE,
    /** {@code bash -c}, eval, a trap. */
    STRING,
    /** Commands are read from standard input, line by line. */
    INPUT
  }

  Source at(int pos, int line) {
    return new Source(kind, name, text, pos, line);
  }

  /** With another line typed; what has been read is forgotten. */
  Source plus(String more) {
    return new Source(kind, name, text.substring(pos) + more, 0, line);
  }
}
