package vethlab.cli;

/** How a verb ends, the same for all verbs; {@code run} ends with its script's own status. */
public final class ExitCodes {
  public static final int OK = 0;
  public static final int FAILED = 1;

  /** The command line itself is wrong. */
  public static final int USAGE = 2;

  public static final int INVALID_LAB = 3;
  public static final int CHECKS_FAILED = 4;
  public static final int NEEDS_PRIVILEGE = 5;

  /** What was observed is not what was planned. */
  public static final int DIFFERS = 6;

  /** Refused, because it would touch what Vethlab did not make. */
  public static final int NOT_OURS = 7;

  private ExitCodes() {}
}
