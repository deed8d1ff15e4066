package vethlab.wire.pcapng;

import java.math.BigInteger;

/**
 * What a time stamp counts.
 *
 * @param resolution {@code if_tsresol}: a negative power of ten, or of two if bit 7 is set
 * @param offsetSeconds {@code if_tsoffset}: to be added
 */
record TimeUnit(int resolution, long offsetSeconds) {
  private static final int NANOSECONDS = 9;
  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);

  /** The time in nanoseconds, rounded down; the stamp is unsigned. */
  long nanos(long stamp) {
    if (resolution == NANOSECONDS && offsetSeconds == 0) {
      return stamp;
    }
    int exponent = resolution & 127;
    BigInteger count = new BigInteger(Long.toUnsignedString(stamp)).multiply(SECOND);
    BigInteger nanos =
        (resolution & 128) != 0
            ? count.shiftRight(exponent)
            : count.divide(BigInteger.TEN.pow(exponent));
    return nanos.add(SECOND.multiply(BigInteger.valueOf(offsetSeconds))).longValue();
  }
}
