package vethlab.wire;

/**
 * A TCP segment (RFC 9293).
 *
 * @param seq 32 bits, unsigned
 * @param ack 32 bits, unsigned
 * @param flags 12 bits: the reserved ones too
 * @param window 16 bits, not scaled
 */
public record Tcp(
    int sport, int dport, int seq, int ack, int flags, int window, TcpOptions options, Bytes data)
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
    return new Tcp(sport, dport, seq, ack, flags, window, options, data);
  }

  public Tcp withDport(int dport) {
    return new Tcp(sport, dport, seq, ack, flags, window, options, data);
  }

  public Tcp withOptions(TcpOptions options) {
    return new Tcp(sport, dport, seq, ack, flags, window, options, data);
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
