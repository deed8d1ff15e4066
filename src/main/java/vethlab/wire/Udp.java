package vethlab.wire;

/** A UDP datagram (RFC 768). */
public record Udp(int sport, int dport, Bytes data) implements Transport {
  public static final int HEADER_LENGTH = 8;

  public Udp {
    Range.u16(sport, "port");
    Range.u16(dport, "port");
  }

  public Udp withSport(int sport) {
    return new Udp(sport, dport, data);
  }

  public Udp withDport(int dport) {
    return new Udp(sport, dport, data);
  }

  @Override
  public int protocol() {
    return Protocol.UDP;
  }

  @Override
  public int length() {
    return HEADER_LENGTH + data.length();
  }
}
