package vethlab.wire;

/**
 * A TCP segment (RFC 9293).
 *
 * @param seq 32 bits, unsigned
 * @param ack 32 bits, unsigned
 * @param flags 12 bits: the reserved ones too
 * @param window 16 bits, not scaled
 * @param segmentSize not on the wire: how much data each of the segments has that a device is to
 *     cut this one into (TCP segmentation offload), 0 for an ordinary segment
 */
public record Tcp(
    int sport,
    int dport,
    int seq,
    int ack,
    int flags,
    int window,
    TcpOptions options,
    Bytes data,
    int segmentSize)
    implements Transport {
  public static final int FIN = 1;
  public static final int SYN = 2;
  public static final int RST = 4;
  public static final int PSH = 8;
  public static final int ACK = 16;
  public static final int URG = 32;
  public static final int ECE = 64;
  public static final int CWR = 128;

  /** Of a header without options. */
  public static final int HEADER_LENGTH = 20;

  public Tcp {
    Range.u16(sport, "port");
    Range.u16(dport, "port");
    Range.u16(window, "window");
    if (flags >>> 12 != 0) {
      throw new IllegalArgumentException("bad TCP flags " + flags);
    }
  }

  /** An ordinary segment. */
  public Tcp(
      int sport,
      int dport,
      int seq,
      int ack,
      int flags,
      int window,
      TcpOptions options,
      Bytes data) {
    this(sport, dport, seq, ack, flags, window, options, data, 0);
  }

  /** For the device to cut. */
  public Tcp withSegmentSize(int segmentSize) {
    return new Tcp(sport, dport, seq, ack, flags, window, options, data, segmentSize);
  }

  /** Of the longest segment that comes of it, in bytes. */
  public int largestPiece() {
    return segmentSize == 0 ? length() : headerLength() + Math.min(segmentSize, data.length());
  }

  public boolean isFin() {
    return (flags & FIN) != 0;
  }

  public boolean isSyn() {
    return (flags & SYN) != 0;
  }

  public boolean isRst() {
    return (flags & RST) != 0;
  }

  public boolean isPsh() {
    return (flags & PSH) != 0;
  }

  public boolean isAck() {
    return (flags & ACK) != 0;
  }

  public boolean isUrg() {
    return (flags & URG) != 0;
  }

  /** How many sequence numbers it takes: its data, SYN and FIN. */
  public int segmentLength() {
    return data.length() + (flags >> 1 & 1) + (flags & 1);
  }

  public int headerLength() {
    return HEADER_LENGTH + options.length();
  }

  public Tcp withSport(int sport) {
    return new Tcp(sport, dport, seq, ack, flags, window, options, data, segmentSize);
  }

  public Tcp withDport(int dport) {
    return new Tcp(sport, dport, seq, ack, flags, window, options, data, segmentSize);
  }

  public Tcp withOptions(TcpOptions options) {
    return new Tcp(sport, dport, seq, ack, flags, window, options, data, segmentSize);
  }

  @Override
  public int protocol() {
    return Protocol.TCP;
  }

  @Override
  public int length() {
    return HEADER_LENGTH + options.length() + data.length();
  }
}
