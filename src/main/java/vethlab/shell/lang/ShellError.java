package vethlab.shell.lang;

/** The current command can't go on. */
final class ShellError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean fatal;

  private ShellError(String message, int status, boolean fatal) {
    super(message, null, false, false);
    this.status = status;
    this.fatal = fatal;
  }

  /** The shell ends with this status, unless it is interactive. */
  static ShellError fatal(String message, int status) {
    return new ShellError(message, status, true);
  }

  /** The command line is given up. */
  static ShellError discarding(String message) {
    return new ShellError(message, 1, false);
  }

  int status() {
    return status;
  }

  boolean isFatal() {
    return fatal;
  }
}
