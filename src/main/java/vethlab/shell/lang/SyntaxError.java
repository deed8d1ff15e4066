package vethlab.shell.lang;

/** The script can't be understood; the message is bash's own. */
final class SyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final boolean incomplete;

  private SyntaxError(int line, String message, boolean incomplete) {
    super(message, null, false, false);
    this.line = line;
    this.incomplete = incomplete;
  }

  static SyntaxError at(int line, String message) {
    return new SyntaxError(line, message, false);
  }

  /** The text ended in the middle of something: more lines may complete it. */
  static SyntaxError incomplete(int line, String message) {
    return new SyntaxError(line, message, true);
  }

  static SyntaxError unexpected(int line, String token) {
    return at(line, "syntax error near unexpected token `" + token + "'");
  }

  int line() {
    return line;
  }

  boolean isIncomplete() {
    return incomplete;
  }
}
