package vethlab.wire;

/**
 * The options of a TCP header, in the order and with the padding of Linux (net/ipv4/tcp_output.c,
 * tcp_options_write): MSS; timestamps with SACK-permitted in place of padding; window scale. A
 * value of -1 is absent. SACK blocks, MD5, Fast Open and MPTCP are not modelled.
 *
 * @param mss 16 bits
 * @param windowScale a shift, 8 bits
 * @param tsVal 32 bits, unsigned; present exactly if {@code tsEcr} is
 * @param tsEcr 32 bits, unsigned
 */
public record TcpOptions(int mss, int windowScale, boolean sackPermitted, long tsVal, long tsEcr) {
  public static final TcpOptions NONE = new TcpOptions(-1, -1, false, -1, -1);

  public TcpOptions {
    boolean fits = mss >= -1 && mss <= 0xffff && windowScale >= -1 && windowScale <= 0xff;
    if (!fits || !timestamp(tsVal) || !timestamp(tsEcr) || (tsVal < 0) != (tsEcr < 0)) {
      throw new IllegalArgumentException("a TCP option's value does not fit its bits");
    }
  }

  private static boolean timestamp(long value) {
    return value >= -1 && value <= 0xffff_ffffL;
  }

  /** The timestamps alone, as every segment behind the first ones has them. */
  public static TcpOptions timestamps(long tsVal, long tsEcr) {
    return new TcpOptions(-1, -1, false, tsVal, tsEcr);
  }

  public boolean hasMss() {
    return mss >= 0;
  }

  public boolean hasWindowScale() {
    return windowScale >= 0;
  }

  public boolean hasTimestamps() {
    return tsVal >= 0;
  }

  public TcpOptions withMss(int mss) {
    return new TcpOptions(mss, windowScale, sackPermitted, tsVal, tsEcr);
  }

  /** In bytes with padding, a multiple of 4. */
  public int length() {
    int length = hasMss() ? 4 : 0;
    if (hasTimestamps()) {
      length += 12;
    } else if (sackPermitted) {
      length += 4;
    }
    return length + (hasWindowScale() ? 4 : 0);
  }
}
