package vethlab.wire;

import java.util.OptionalInt;

/** An address with a prefix length, 0 to 32. Host bits are kept: {@code 10.0.0.1/24}. */
public record Prefix(Ip4 address, int length) {
  public Prefix {
    if (length < 0 || length > 32) {
      throw new IllegalArgumentException("prefix length " + length + " is not within 0..32");
    }
  }

  /**
   * Reads {@code 10.0.0.1/24}; an address alone is a /32.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Prefix parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new Prefix(Ip4.parse(text), 32);
    }
    String length = text.substring(slash + 1);
    if (!length.matches("[0-9]{1,2}") || Integer.parseInt(length) > 32) {
      throw new IllegalArgumentException("\"" + text + "\" has no prefix length of 0 to 32");
    }
    return new Prefix(Ip4.parse(text.substring(0, slash)), Integer.parseInt(length));
  }

  /** The length of a netmask such as 255.255.255.0; empty if its bits have a gap. */
  public static OptionalInt lengthOfMask(Ip4 mask) {
    int length = Integer.bitCount(mask.bits());
    return maskBits(length) == mask.bits() ? OptionalInt.of(length) : OptionalInt.empty();
  }

  private static int maskBits(int length) {
    return length == 0 ? 0 : -1 << 32 - length;
  }

  public Ip4 mask() {
    return new Ip4(maskBits(length));
  }

  /** The same prefix with its host bits cleared. */
  public Prefix network() {
    int network = address.bits() & maskBits(length);
    return network == address.bits() ? this : new Prefix(new Ip4(network), length);
  }

  /** The address with all host bits set. */
  public Ip4 broadcast() {
    return new Ip4(address.bits() | ~maskBits(length));
  }

  public boolean contains(Ip4 other) {
    return ((address.bits() ^ other.bits()) & maskBits(length)) == 0;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Prefix p && p.length == length && p.address.equals(address);
  }

  @Override
  public int hashCode() {
    return address.hashCode() * 33 + length;
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
