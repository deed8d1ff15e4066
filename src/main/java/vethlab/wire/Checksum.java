package vethlab.wire;

/** The Internet checksum (RFC 1071): the ones' complement of the ones' complement sum. */
public final class Checksum {
  private Checksum() {}

  /** The sum of 16-bit words in {@code bytes[from, to)}, neither folded nor complemented. */
  static long sum(byte[] bytes, int from, int to) {
    long sum = 0;
    int i = from;
    for (; i + 1 < to; i += 2) {
      sum += (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
    }
    return i < to ? sum + ((bytes[i] & 0xff) << 8) : sum;
  }

  /** The sum of the pseudo header that TCP and UDP add to their own bytes. */
  public static long pseudoHeader(Ip4 src, Ip4 dst, int protocol, int length) {
    return (src.bits() >>> 16)
        + (src.bits() & 0xffff)
        + (dst.bits() >>> 16)
        + (dst.bits() & 0xffff)
        + protocol
        + (long) length;
  }

  /** The 16-bit checksum of a sum. */
  public static int finish(long sum) {
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (int) ~sum & 0xffff;
  }

  /** Of {@code bytes[from, to)}; 0 if they hold their own checksum and it is right. */
  public static int of(byte[] bytes, int from, int to) {
    return finish(sum(bytes, from, to));
  }
}
