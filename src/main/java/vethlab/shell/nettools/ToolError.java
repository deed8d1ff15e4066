package vethlab.shell.nettools;

/** The end of a call: a text for standard error and the exit status. */
final class ToolError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  ToolError(String text, int status) {
    super(text, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  static ToolError notModelled(String what) {
    return new ToolError(what + " is not modelled here.\n", 1);
  }
}
