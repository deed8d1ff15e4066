package vethlab.wire;

import java.util.Optional;

/**
 * Turns the quotation in an ICMP error back into the packet it is about.
 *
 * <p>What was cut off is unknown and becomes zeros in a {@link RawTransport}. Encoding the packet
 * and cutting it again always gives the bytes that were quoted.
 */
final class QuotationReader {
  private QuotationReader() {}

  static Optional<Ipv4> read(Bytes quoted) {
    try {
      PacketReader.Header header = PacketReader.Header.read(quoted);
      if (header.total() < quoted.length()) {
        return Optional.empty();
      }
      return Optional.of(header.with(transport(header, quoted)));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  private static Transport transport(PacketReader.Header header, Bytes quoted) {
    byte[] body = new byte[header.total() - header.length()];
    quoted.slice(header.length(), quoted.length()).copyTo(body, 0);
    RawTransport raw = new RawTransport(header.protocol(), Bytes.wrap(body));
    boolean cut = header.total() > quoted.length();
    if (cut || header.isFragment() || isError(raw)) {
      return raw;
    }
    Transport parsed = TransportReader.read(raw.protocol(), raw.data());
    return PacketWriter.encodeTransport(header.with(parsed)).equals(raw.data()) ? parsed : raw;
  }

  /** There is no error about an error (RFC 1122, 3.2.2), so no quotation within a quotation. */
  private static boolean isError(RawTransport raw) {
    return raw.protocol() == Protocol.ICMP && raw.length() > 0 && Icmp.isError(raw.data().at(0));
  }
}
