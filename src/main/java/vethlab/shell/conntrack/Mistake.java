package vethlab.shell.conntrack;

/** conntrack.c exit_error: the command ends with a sentence. */
final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int OTHER_PROBLEM = 1;
  private static final int PARAMETER_PROBLEM = 2;

  private final int status;

  private Mistake(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  static Mistake parameter(String message) {
    return new Mistake(PARAMETER_PROBLEM, message);
  }

  static Mistake other(String message) {
    return new Mistake(OTHER_PROBLEM, message);
  }

  int status() {
    return status;
  }

  /** What is printed behind the program's name and version. */
  String text() {
    return getMessage()
        + (status == PARAMETER_PROBLEM
            ? "\nTry `conntrack -h' or 'conntrack --help' for more information."
            : "");
  }
}
