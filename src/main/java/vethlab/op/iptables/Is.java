package vethlab.op.iptables;

/** A value to compare with, or not to be equal to ({@code ! --option value}). */
public record Is<T>(T value, boolean not) {
  public static <T> Is<T> equal(T value) {
    return new Is<>(value, false);
  }

  /** The bang that goes before the option, with its space. */
  public String bang() {
    return not ? " !" : "";
  }
}
