package vethlab.linux.doctor;

/**
 * Something that real mode needs or can use.
 *
 * @param need whether a deploy is possible without it
 * @param sentence what is there, or what is missing and what to do
 */
public record Finding(String name, Need need, boolean ok, String sentence) {
  public enum Need {
    /** Without it nothing can be deployed. */
    ALWAYS,
    /** Without it labs that use it can't be deployed. */
    WHERE_USED
  }
}
