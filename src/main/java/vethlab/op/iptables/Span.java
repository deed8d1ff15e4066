package vethlab.op.iptables;

/** Numbers from {@code first} to {@code last}, both included. */
public record Span(long first, long last) {
  public static Span of(long only) {
    return new Span(only, only);
  }

  public boolean contains(long number) {
    return first <= number && number <= last;
  }

  public boolean isSingle() {
    return first == last;
  }

  /** {@code 5}, or the two ends around the separator. */
  public String text(char separator) {
    return isSingle() ? Long.toUnsignedString(first) : ends(separator);
  }

  private String ends(char separator) {
    return Long.toUnsignedString(first) + separator + Long.toUnsignedString(last);
  }

  @Override
  public String toString() {
    return text(':');
  }
}
