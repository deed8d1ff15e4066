package vethlab.lab.yaml;

/**
 * Something about a file that its author should know.
 *
 * @param line counted from 1, 0 where it concerns the whole file
 * @param column counted from 1
 */
public record Problem(Severity severity, String file, int line, int column, String message) {
  public enum Severity {
    ERROR,
    WARNING
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** FILE:LINE:COLUMN: message, as compilers print it. */
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return place + ": " + (isError() ? "" : "warning: ") + message;
  }
}
