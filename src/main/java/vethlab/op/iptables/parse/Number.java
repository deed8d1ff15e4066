package vethlab.op.iptables.parse;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A number at the start of a text, as strtoul with base 0 reads it: decimal, 0x hexadecimal or 0
 * octal. Source: libxtables xtables_strtoul.
 *
 * @param end index of the first character behind it
 * @param valid whether there was a number and it is within the bounds
 */
record Number(long value, int end, boolean valid) {
  private static final Number NONE = new Number(0, 0, false);

  /** Bounds are unsigned; a {@code max} of 0 means none. */
  static Number at(String text, long min, long max) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '+') {
      at++;
    }
    int radix = 10;
    if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
      radix = digit(text, at + 2, 16) < 0 ? 8 : 16;
      at += radix == 16 ? 2 : 0;
    } else if (text.startsWith("0", at)) {
      radix = 8;
    }
    int start = at;
    long value = 0;
    boolean overflow = false;
    for (int digit; (digit = digit(text, at, radix)) >= 0; at++) {
      overflow |= Long.compareUnsigned(value, Long.divideUnsigned(-1, radix)) > 0;
      value = value * radix + digit;
    }
    if (at == start) {
      return NONE;
    }
    boolean within =
        Long.compareUnsigned(min, value) <= 0
            && (max == 0 || Long.compareUnsigned(value, max) <= 0);
    return new Number(value, at, within && !overflow);
  }

  private static int digit(String text, int at, int radix) {
    return at < text.length() && text.charAt(at) < 128
        ? Character.digit(text.charAt(at), radix)
        : -1;
  }

  /** The whole text as a number. */
  static OptionalLong whole(String text, long min, long max) {
    Number number = at(text, min, max);
    return number.valid && number.end == text.length()
        ? OptionalLong.of(number.value)
        : OptionalLong.empty();
  }

  /** The whole text as a number that fits an int. */
  static OptionalInt wholeInt(String text, int min, int max) {
    OptionalLong number = whole(text, min, max);
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }

  /** As atoi reads it: decimal digits at the start, 0 where there are none. */
  static long leading(String text) {
    int at = 0;
    while (at < text.length() && at < 18 && Character.digit(text.charAt(at), 10) >= 0) {
      at++;
    }
    return at == 0 ? 0 : Long.parseLong(text.substring(0, at));
  }
}
