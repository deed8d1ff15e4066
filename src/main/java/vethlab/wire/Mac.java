package vethlab.wire;

/** An Ethernet address: the low 48 bits of {@code bits}, the first byte sent highest. */
public record Mac(long bits) implements Comparable<Mac> {
  public static final Mac ZERO = new Mac(0);
  public static final Mac BROADCAST = new Mac(0xffff_ffff_ffffL);

  private static final long GROUP_BIT = 1L << 40;

  public Mac {
    if (bits >>> 48 != 0) {
      throw new IllegalArgumentException("an Ethernet address has 48 bits: " + bits);
    }
  }

  /** The address of six bytes, in the order they are written; each is cut to eight bits. */
  public static Mac of(int... sixBytes) {
    if (sixBytes.length != 6) {
      throw new IllegalArgumentException("an Ethernet address has six bytes: " + sixBytes.length);
    }
    long bits = 0;
    for (int b : sixBytes) {
      bits = bits << 8 | b & 0xff;
    }
    return new Mac(bits);
  }

  /**
   * Reads {@code 02:00:00:00:00:01}: six groups of one or two hexadecimal digits.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Mac parse(String text) {
    String[] groups = text.split(":", -1);
    if (groups.length != 6) {
      throw notAnAddress(text);
    }
    long bits = 0;
    for (String group : groups) {
      if (group.isEmpty() || group.length() > 2) {
        throw notAnAddress(text);
      }
      for (int i = 0; i < group.length(); i++) {
        if (hexDigit(group.charAt(i)) < 0) {
          throw notAnAddress(text);
        }
      }
      bits = bits << 8 | Integer.parseInt(group, 16);
    }
    return new Mac(bits);
  }

  private static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static IllegalArgumentException notAnAddress(String text) {
    return new IllegalArgumentException("\"" + text + "\" is not an Ethernet address");
  }

  /** Is the group bit set? True of the broadcast address too. */
  public boolean isMulticast() {
    return (bits & GROUP_BIT) != 0;
  }

  public boolean isBroadcast() {
    return bits == BROADCAST.bits;
  }

  public boolean isZero() {
    return bits == 0;
  }

  @Override
  public int compareTo(Mac other) {
    return Long.compare(bits, other.bits);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Mac m && m.bits == bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }

  /** Six groups of two lower-case hexadecimal digits. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(17);
    for (int shift = 40; shift >= 0; shift -= 8) {
      int b = (int) (bits >>> shift) & 0xff;
      text.append(Character.forDigit(b >> 4, 16)).append(Character.forDigit(b & 15, 16));
      if (shift > 0) {
        text.append(':');
      }
    }
    return text.toString();
  }
}
