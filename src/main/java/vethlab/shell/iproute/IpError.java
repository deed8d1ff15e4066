package vethlab.shell.iproute;

/** The end of a command: what it says on standard error and the status it ends with. */
class IpError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  IpError(String text, int status) {
    super(text, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  /** The end of the whole tool, which not even {@code -force} goes on after. */
  static final class Exit extends IpError {
    private static final long serialVersionUID = 1L;

    Exit(String text, int status) {
      super(text, status);
    }
  }

  private static final int MISUSE = 255;

  static IpError exit(String text) {
    return new Exit(text, MISUSE);
  }

  static IpError exit(String text, int status) {
    return new Exit(text, status);
  }

  static IpError incomplete() {
    return exit("Command line is not complete. Try option \"help\"\n");
  }

  static IpError missing(String key) {
    return exit("Error: argument \"" + key + "\" is required\n");
  }

  /** The message may end in a newline of its own, as many of iproute2's do. */
  static IpError wrong(String message, String argument) {
    return exit("Error: argument \"" + argument + "\" is wrong: " + message + "\n");
  }

  static IpError duplicate(String key, String argument) {
    return exit("Error: duplicate \"" + key + "\": \"" + argument + "\" is the second value.\n");
  }

  static IpError garbage(String key, String argument) {
    return exit(
        "Error: either \"" + key + "\" is duplicate, or \"" + argument + "\" is a garbage.\n");
  }

  static IpError unknownCommand(String command, String tool) {
    return exit("Command \"" + command + "\" is unknown, try \"" + tool + " help\".\n");
  }

  /** What the real tool would do and this machine does not. */
  static IpError notModelled(String what) {
    return exit(what + " is not modelled here.\n", 1);
  }
}
