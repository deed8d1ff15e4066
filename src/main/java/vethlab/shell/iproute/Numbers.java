package vethlab.shell.iproute;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/** Numbers as C's strtoul reads them: decimal, 0x hexadecimal or octal after a zero. */
final class Numbers {
  private static final BigInteger U64 = BigInteger.ONE.shiftLeft(64);

  private Numbers() {}

  /** An unsigned number up to and including the limit, nothing else around it. */
  static OptionalLong unsigned(String text, long limit) {
    Optional<BigInteger> value = whole(text);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    BigInteger wrapped = value.get().signum() < 0 ? value.get().add(U64) : value.get();
    return wrapped.compareTo(BigInteger.valueOf(limit)) <= 0 && wrapped.signum() >= 0
        ? OptionalLong.of(wrapped.longValue())
        : OptionalLong.empty();
  }

  static OptionalLong u8(String text) {
    return unsigned(text, 0xff);
  }

  static OptionalLong u16(String text) {
    return unsigned(text, 0xffff);
  }

  static OptionalLong u32(String text) {
    return unsigned(text, 0xffffffffL);
  }

  /** A signed 32-bit number. */
  static OptionalLong integer(String text) {
    Optional<BigInteger> value = whole(text);
    return value.isPresent() && value.get().bitLength() < 32
        ? OptionalLong.of(value.get().longValue())
        : OptionalLong.empty();
  }

  /** The digits at the start, as atoi reads them; 0 where there are none. */
  static int atoi(String text) {
    String digits = text.strip();
    int end = digits.startsWith("-") || digits.startsWith("+") ? 1 : 0;
    while (end < digits.length() && Character.isDigit(digits.charAt(end))) {
      end++;
    }
    String number = digits.substring(0, end);
    return number.length() < 1 || number.equals("-") || number.equals("+")
        ? 0
        : new BigInteger(number).intValue();
  }

  private static Optional<BigInteger> whole(String text) {
    String digits = text.stripLeading();
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    int radix = 10;
    if (digits.length() > 2 && (digits.startsWith("0x") || digits.startsWith("0X"))) {
      radix = 16;
      digits = digits.substring(2);
    } else if (digits.length() > 1 && digits.startsWith("0")) {
      radix = 8;
    }
    if (digits.isEmpty() || Character.digit(digits.charAt(0), radix) < 0) {
      return Optional.empty();
    }
    try {
      BigInteger value = new BigInteger(digits, radix);
      return Optional.of(negative ? value.negate() : value);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
