package vethlab.wire;

import java.util.Optional;

/** Turns the bytes behind an IPv4 header into what they carry. */
public final class TransportReader {
  private TransportReader() {}

  /** A {@link RawTransport} where the bytes are not, or not only, what the protocol says. */
  public static Transport read(int protocol, Bytes bytes) {
    return switch (protocol) {
      case Protocol.ICMP -> icmp(bytes);
      case Protocol.UDP -> udp(bytes);
      case Protocol.TCP -> tcp(bytes);
      default -> new RawTransport(protocol, bytes);
    };
  }

  private static Transport icmp(Bytes bytes) {
    if (bytes.length() < Icmp.HEADER_LENGTH) {
      return new RawTransport(Protocol.ICMP, bytes);
    }
    ByteReader in = new ByteReader(bytes);
    int type = in.u8();
    int code = in.u8();
    in.u16();
    boolean echo = type == Icmp.ECHO || type == Icmp.ECHO_REPLY;
    if (echo && code == 0) {
      return new IcmpEcho(type == Icmp.ECHO, in.u16(), in.u16(), in.rest());
    }
    int rest = in.u32();
    Bytes data = in.rest();
    if (Icmp.isError(type)) {
      Optional<Ipv4> original = QuotationReader.read(data);
      if (original.isPresent()) {
        return new IcmpError(type, code, rest, original.get(), data.length());
      }
    }
    return new IcmpOther(type, code, rest, data);
  }

  private static Transport udp(Bytes bytes) {
    if (bytes.length() >= Udp.HEADER_LENGTH) {
      ByteReader in = new ByteReader(bytes);
      int sport = in.u16();
      int dport = in.u16();
      boolean whole = in.u16() == bytes.length();
      if (whole) {
        in.u16();
        return new Udp(sport, dport, in.rest());
      }
    }
    return new RawTransport(Protocol.UDP, bytes);
  }

  private static Transport tcp(Bytes bytes) {
    RawTransport raw = new RawTransport(Protocol.TCP, bytes);
    if (bytes.length() < Tcp.HEADER_LENGTH) {
      return raw;
    }
    ByteReader in = new ByteReader(bytes);
    int sport = in.u16();
    int dport = in.u16();
    int seq = in.u32();
    int ack = in.u32();
    int word = in.u16();
    int headerLength = (word >> 12) * 4;
    int window = in.u16();
    in.u16();
    boolean urgent = in.u16() != 0;
    if (urgent || headerLength < Tcp.HEADER_LENGTH || headerLength > bytes.length()) {
      return raw;
    }
    return TcpOptionsCodec.read(in.take(headerLength - Tcp.HEADER_LENGTH))
        .<Transport>map(
            options -> new Tcp(sport, dport, seq, ack, word & 0xfff, window, options, in.rest()))
        .orElse(raw);
  }
}
