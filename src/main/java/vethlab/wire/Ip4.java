package vethlab.wire;

/** An IPv4 address; the first of its four numbers is the highest byte of {@code bits}. */
public record Ip4(int bits) implements Comparable<Ip4> {
  public static final Ip4 ANY = new Ip4(0);
  public static final Ip4 BROADCAST = new Ip4(-1);
  public static final Ip4 LOOPBACK = new Ip4(0x7f000001);

  /** The address {@code a.b.c.d}; each number is cut to eight bits. */
  public static Ip4 of(int a, int b, int c, int d) {
    return new Ip4((a & 0xff) << 24 | (b & 0xff) << 16 | (c & 0xff) << 8 | d & 0xff);
  }

  /**
   * Reads four decimal numbers with three dots and nothing else, no leading zeros (as inet_pton).
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Ip4 parse(String text) {
    int bits = 0;
    int groups = 0;
    int at = 0;
    while (true) {
      int start = at;
      int value = 0;
      while (at < text.length() && at - start < 4 && isDigit(text.charAt(at))) {
        value = value * 10 + text.charAt(at++) - '0';
      }
      boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
      if (at == start || value > 255 || leadingZero) {
        throw notAnAddress(text);
      }
      bits = bits << 8 | value;
      if (++groups == 4) {
        break;
      }
      if (at == text.length() || text.charAt(at++) != '.') {
        throw notAnAddress(text);
      }
    }
    if (at != text.length()) {
      throw notAnAddress(text);
    }
    return new Ip4(bits);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static IllegalArgumentException notAnAddress(String text) {
    return new IllegalArgumentException("\"" + text + "\" is not an IPv4 address");
  }

  /** 224.0.0.0/4. */
  public boolean isMulticast() {
    return bits >>> 28 == 0xe;
  }

  /** 127.0.0.0/8. */
  public boolean isLoopback() {
    return bits >>> 24 == 127;
  }

  /** 0.0.0.0. */
  public boolean isAny() {
    return bits == 0;
  }

  /** 255.255.255.255. */
  public boolean isLimitedBroadcast() {
    return bits == -1;
  }

  /** 0.0.0.0/8. */
  public boolean isZeroNet() {
    return bits >>> 24 == 0;
  }

  @Override
  public int compareTo(Ip4 other) {
    return Integer.compareUnsigned(bits, other.bits);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Ip4 i && i.bits == bits;
  }

  @Override
  public int hashCode() {
    return bits;
  }

  @Override
  public String toString() {
    return new StringBuilder(15)
        .append(bits >>> 24)
        .append('.')
        .append(bits >>> 16 & 0xff)
        .append('.')
        .append(bits >>> 8 & 0xff)
        .append('.')
        .append(bits & 0xff)
        .toString();
  }
}
