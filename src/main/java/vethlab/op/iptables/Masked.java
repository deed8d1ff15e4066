package vethlab.op.iptables;

/** A 32 bit value under a mask. */
public record Masked(int value, int mask) {
  public boolean matches(int other) {
    return (other & mask) == value;
  }

  /** {@code 0x1}, or {@code 0x1/0xff}. */
  @Override
  public String toString() {
    return mask == -1 ? hex(value) : hex(value) + "/" + hex(mask);
  }

  /** {@code 0x1f}. */
  public static String hex(int value) {
    return "0x" + Integer.toHexString(value);
  }
}
