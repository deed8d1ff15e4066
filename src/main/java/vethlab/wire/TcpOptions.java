package vethlab.wire;

import java.util.List;

/**
 * The options of a TCP header, in the order and with the padding of Linux (net/ipv4/tcp_output.c,
 * tcp_options_write): MSS; timestamps with SACK-permitted in place of padding; window scale; SACK
 * blocks. A value of -1 is absent. MD5, Fast Open and MPTCP are not modelled.
 *
 * @param mss 16 bits
 * @param windowScale a shift, 8 bits
 * @param tsVal 32 bits, unsigned; present exactly if {@code tsEcr} is
 * @param tsEcr 32 bits, unsigned
 * @param sack what has been received beyond the acknowledgement number, the newest first
 */
public record TcpOptions(
    int mss, int windowScale, boolean sackPermitted, long tsVal, long tsEcr, List<SackBlock> sack) {
  /** Sequence numbers {@code from} (included) to {@code to} (excluded): RFC 2018. */
  public record SackBlock(int from, int to) {}

  /** All options of a header, in bytes. */
  public static final int LONGEST = 40;

  public static final TcpOptions NONE = new TcpOptions(-1, -1, false, -1, -1);

  public TcpOptions {
    sack = List.copyOf(sack);
    boolean fits = mss >= -1 && mss <= 0xffff && windowScale >= -1 && windowScale <= 0xff;
    if (!fits
        || length(mss, windowScale, sackPermitted, tsVal, sack) > LONGEST
        || !timestamp(tsVal)
        || !timestamp(tsEcr)
        || (tsVal < 0) != (tsEcr < 0)) {
      throw new IllegalArgumentException("a TCP option's value does not fit its bits");
    }
  }

  /** Without SACK blocks. */
  public TcpOptions(int mss, int windowScale, boolean sackPermitted, long tsVal, long tsEcr) {
    this(mss, windowScale, sackPermitted, tsVal, tsEcr, List.of());
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
    return new TcpOptions(mss, windowScale, sackPermitted, tsVal, tsEcr, sack);
  }

  public TcpOptions withSack(List<SackBlock> sack) {
    return new TcpOptions(mss, windowScale, sackPermitted, tsVal, tsEcr, sack);
  }

  /** In bytes with padding, a multiple of 4. */
  public int length() {
    return length(mss, windowScale, sackPermitted, tsVal, sack);
  }

  private static int length(
      int mss, int windowScale, boolean sackPermitted, long tsVal, List<SackBlock> sack) {
    int length = (mss >= 0 ? 4 : 0) + (windowScale >= 0 ? 4 : 0);
    if (tsVal >= 0) {
      length += 12;
    } else if (sackPermitted) {
      length += 4;
    }
    return length + (sack.isEmpty() ? 0 : 4 + 8 * sack.size());
  }
}
