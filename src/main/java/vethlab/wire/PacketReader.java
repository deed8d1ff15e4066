package vethlab.wire;

import java.util.Optional;

/** Turns bytes into an IPv4 packet; see {@link FrameReader} for what is checked. */
public final class PacketReader {
  private PacketReader() {}

  /** The packet, or nothing where the bytes are none. */
  public static Optional<Ipv4> parse(Bytes bytes) {
    try {
      return Optional.of(packet(bytes));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  /** net/ipv4/ip_input.c, ip_rcv_core: the same checks in the same order. */
  static Ipv4 packet(Bytes bytes) throws MalformedException {
    Header header = Header.read(bytes);
    if (header.total > bytes.length()) {
      throw new MalformedException(
          "IPv4 length " + header.total + " exceeds the " + bytes.length() + " bytes there are");
    }
    Bytes body = bytes.slice(header.length, header.total);
    return header.with(
        header.isFragment()
            ? new RawTransport(header.protocol, body)
            : TransportReader.read(header.protocol, body));
  }

  /** An IPv4 header alone, its checksum verified. */
  record Header(
      int length, int tos, int total, int id, int fragment, int ttl, int protocol, Bytes bytes) {
    private static final int OFFSET_MASK = 0x1fff;

    static Header read(Bytes bytes) throws MalformedException {
      if (bytes.length() < Ipv4.HEADER_LENGTH) {
        throw new MalformedException(bytes.length() + " bytes, too short for an IPv4 header");
      }
      ByteReader in = new ByteReader(bytes);
      int first = in.u8();
      int length = (first & 15) * 4;
      if (first >> 4 != 4) {
        throw new MalformedException("IP version " + (first >> 4) + " in an IPv4 header");
      }
      if (length < Ipv4.HEADER_LENGTH || length > bytes.length()) {
        throw new MalformedException("IPv4 header length " + length);
      }
      if (Checksum.of(bytes.slice(0, length).toArray(), 0, length) != 0) {
        throw new MalformedException("wrong IPv4 header checksum");
      }
      int tos = in.u8();
      int total = in.u16();
      if (total < length) {
        throw new MalformedException("IPv4 length " + total + " is less than its header's");
      }
      int id = in.u16();
      return new Header(length, tos, total, id, in.u16(), in.u8(), in.u8(), bytes);
    }

    boolean isFragment() {
      return (fragment & (Ipv4.MF | OFFSET_MASK)) != 0;
    }

    Ipv4 with(Transport transport) {
      ByteReader in = new ByteReader(bytes.slice(12, length));
      int flags = fragment & ~OFFSET_MASK;
      int offset = (fragment & OFFSET_MASK) * 8;
      return new Ipv4(tos, id, flags, offset, ttl, in.ip4(), in.ip4(), in.rest(), transport);
    }
  }
}
