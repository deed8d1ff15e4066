package vethlab.op.iptables.parse;

/** A mistake in what was typed; the message is iptables' own, without the program's name. */
public final class IptablesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** enum xtables_exittype: what is printed after the message, and the exit status. */
  public enum Status {
    OTHER_PROBLEM(1),
    PARAMETER_PROBLEM(2),
    /** A parameter problem whose message goes without the program's name. */
    BARE_PROBLEM(2),
    VERSION_PROBLEM(3),
    RESOURCE_PROBLEM(4);

    private final int exit;

    Status(int exit) {
      this.exit = exit;
    }

    public int exit() {
      return exit;
    }
  }

  private final Status status;

  public IptablesException(Status status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  public Status status() {
    return status;
  }

  static IptablesException parameter(String format, Object... args) {
    return new IptablesException(Status.PARAMETER_PROBLEM, String.format(format, args));
  }

  /** What iptables can do and this program can't. */
  static IptablesException notModelled(String what) {
    return new IptablesException(Status.OTHER_PROBLEM, what + " is not modelled by Vethlab");
  }
}
