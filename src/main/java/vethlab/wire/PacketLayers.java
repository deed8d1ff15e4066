package vethlab.wire;

import java.util.StringJoiner;

/** An IPv4 packet taken apart, see {@link Layers}. */
final class PacketLayers {
  private static final int OFFSET_MASK = 0x1fff;

  private PacketLayers() {}

  static void ipv4(FieldCursor cursor, String name) {
    int start = cursor.at();
    cursor.layer(name);
    int first = cursor.hex("version and header length", 1);
    int headerLength = (first & 15) * 4;
    cursor.part("version", 1, Integer.toString(first >> 4));
    cursor.part("header length", 1, headerLength + " bytes");
    cursor.hex("type of service", 1);
    int total = cursor.decimal("total length", 2);
    cursor.number("identification", 2, id -> FieldCursor.hex(id, 2) + " (" + id + ")");
    int fragment = cursor.hex("flags and fragment offset", 2);
    cursor.part("flags", 2, flags(fragment));
    cursor.part("fragment offset", 2, (fragment & OFFSET_MASK) * 8 + " bytes");
    cursor.decimal("time to live", 1);
    int protocol = cursor.number("protocol", 1, PacketLayers::protocol);
    byte[] header = cursor.range(start, start + headerLength);
    cursor.number("header checksum", 2, sum -> headerChecksum(sum, header));
    cursor.ip4("source");
    cursor.ip4("destination");
    cursor.data("options", headerLength - Ipv4.HEADER_LENGTH);
    if (!cursor.isCut()) {
      long addresses = Checksum.sum(cursor.range(start + 12, start + 20), 0, 8);
      body(cursor, start + total, protocol, fragment, addresses);
    }
  }

  private static void body(
      FieldCursor cursor, int packetEnd, int protocol, int fragment, long addresses) {
    int outerEnd = cursor.end();
    cursor.endAt(Math.clamp((long) packetEnd, cursor.at(), outerEnd));
    boolean whole = (fragment & (OFFSET_MASK | Ipv4.MF)) == 0 && packetEnd <= outerEnd;
    if ((fragment & OFFSET_MASK) == 0) {
      Segment segment = new Segment(cursor.at(), cursor.end(), whole, protocol, addresses);
      TransportLayers.of(cursor, segment);
    }
    Layers.rest(cursor, "Data");
    cursor.endAt(outerEnd);
  }

  private static String headerChecksum(int found, byte[] header) {
    return Segment.verdict(found, Checksum.finish(Checksum.sum(header, 0, header.length) - found));
  }

  private static String flags(int fragment) {
    StringJoiner text = new StringJoiner(",").setEmptyValue("none");
    if ((fragment & 0x8000) != 0) {
      text.add("reserved");
    }
    if ((fragment & Ipv4.DF) != 0) {
      text.add("DF");
    }
    if ((fragment & Ipv4.MF) != 0) {
      text.add("MF");
    }
    return text.toString();
  }

  private static String protocol(int protocol) {
    return switch (protocol) {
      case Protocol.ICMP -> "1 ICMP";
      case Protocol.IGMP -> "2 IGMP";
      case Protocol.IPIP -> "4 IPIP";
      case Protocol.TCP -> "6 TCP";
      case Protocol.UDP -> "17 UDP";
      case Protocol.GRE -> "47 GRE";
      default -> Integer.toString(protocol);
    };
  }
}
