package vethlab.wire;

/** Checks that a header field's value fits its bits. */
final class Range {
  private Range() {}

  static void u8(int value, String field) {
    if (value >>> 8 != 0) {
      throw outside(value, field, 0xff);
    }
  }

  static void u16(int value, String field) {
    if (value >>> 16 != 0) {
      throw outside(value, field, 0xffff);
    }
  }

  private static IllegalArgumentException outside(int value, String field, int max) {
    return new IllegalArgumentException(field + " " + value + " is not within 0.." + max);
  }
}
