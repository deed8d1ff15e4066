package vethlab.shell.iptables;

import vethlab.op.iptables.parse.IptablesException;

/** Error messages with all that iptables prints around them. Source: libxtables basic_exit_err. */
final class Complaint {
  static final String VERSION = "1.8.9 (nf_tables)";

  private Complaint() {}

  /**
   * @param line of the restored file, 0 for a command
   */
  static String of(String program, IptablesException e, int line) {
    return switch (e.status()) {
      case BARE_PROBLEM ->
          (e.getMessage().isEmpty() ? "" : e.getMessage() + "\n") + tryHelp(program, line);
      case PARAMETER_PROBLEM -> prefixed(program, e.getMessage()) + tryHelp(program, line);
      case VERSION_PROBLEM ->
          prefixed(program, e.getMessage())
              + "Perhaps "
              + program
              + " or your kernel needs to be upgraded.\n";
      case OTHER_PROBLEM, RESOURCE_PROBLEM -> prefixed(program, e.getMessage());
    };
  }

  private static String prefixed(String program, String message) {
    return program + " v" + VERSION + ": " + message + "\n";
  }

  private static String tryHelp(String program, int line) {
    return (line == 0 ? "" : "Error occurred at line: " + line + "\n")
        + "Try `"
        + program
        + " -h' or '"
        + program
        + " --help' for more information.\n";
  }
}
