package vethlab.wire;

import java.util.stream.Collectors;

/** What an IPv4 packet carries taken apart, see {@link Layers}. */
final class TransportLayers {
  private TransportLayers() {}

  static void of(FieldCursor cursor, Segment segment) {
    if (cursor.left() == 0) {
      return;
    }
    switch (segment.protocol()) {
      case Protocol.ICMP -> icmp(cursor, segment);
      case Protocol.UDP -> udp(cursor, segment);
      case Protocol.TCP -> tcp(cursor, segment);
      case Protocol.IPIP -> packet(cursor, "Inner IPv4");
      default -> {}
    }
  }

  private static void packet(FieldCursor cursor, String name) {
    if (!cursor.isCut() && cursor.left() > 0 && cursor.nest()) {
      PacketLayers.ipv4(cursor, name);
    }
  }

  private static void icmp(FieldCursor cursor, Segment segment) {
    cursor.layer("ICMP");
    int type = cursor.decimal("type", 1);
    int code = cursor.number("code", 1, n -> n + " " + IcmpNames.of(type, n));
    cursor.number("checksum", 2, found -> segment.checksum(cursor, found));
    if (type == Icmp.ECHO || type == Icmp.ECHO_REPLY) {
      cursor.decimal("id", 2);
      cursor.decimal("sequence", 2);
    } else if (Icmp.isError(type)) {
      errorInfo(cursor, type, code);
      packet(cursor, "Quoted IPv4");
    } else {
      cursor.hex("rest of header", 4);
    }
  }

  private static void errorInfo(FieldCursor cursor, int type, int code) {
    if (type == Icmp.REDIRECT) {
      cursor.ip4("gateway");
    } else if (type == Icmp.DEST_UNREACH && code == Icmp.FRAG_NEEDED) {
      cursor.hex("unused", 2);
      cursor.decimal("next hop MTU", 2);
    } else if (type == Icmp.PARAMETER_PROBLEM) {
      cursor.decimal("pointer", 1);
      cursor.hex("unused", 3);
    } else {
      cursor.hex("unused", 4);
    }
  }

  private static void udp(FieldCursor cursor, Segment segment) {
    cursor.layer("UDP");
    cursor.decimal("source port", 2);
    int dport = cursor.decimal("destination port", 2);
    cursor.decimal("length", 2);
    cursor.number("checksum", 2, found -> segment.checksum(cursor, found));
    boolean vxlan = dport == Vxlan.PORT || dport == Vxlan.LINUX_PORT;
    Bytes data = Bytes.wrap(cursor.range(cursor.at(), cursor.end()));
    if (vxlan && Vxlan.hasHeader(data) && cursor.nest()) {
      cursor.layer("VXLAN");
      cursor.hex("flags", 4);
      cursor.number("network", 3, Integer::toString);
      cursor.hex("reserved", 1);
      Layers.ethernet(cursor);
    }
  }

  private static void tcp(FieldCursor cursor, Segment segment) {
    cursor.layer("TCP");
    cursor.decimal("source port", 2);
    cursor.decimal("destination port", 2);
    cursor.decimal("sequence number", 4);
    cursor.decimal("acknowledgement number", 4);
    int word = cursor.hex("header length and flags", 2);
    int headerLength = (word >> 12) * 4;
    cursor.part("header length", 2, headerLength + " bytes");
    cursor.part("flags", 2, TcpFlags.text(word & 0xff));
    cursor.decimal("window", 2);
    cursor.number("checksum", 2, found -> segment.checksum(cursor, found));
    cursor.decimal("urgent pointer", 2);
    int options = headerLength - Tcp.HEADER_LENGTH;
    if (!cursor.isCut() && options > 0) {
      int outerEnd = cursor.end();
      cursor.endAt(Math.min(outerEnd, cursor.at() + options));
      options(cursor);
      cursor.endAt(outerEnd);
    }
  }

  private static void options(FieldCursor cursor) {
    while (!cursor.isCut() && cursor.left() > 0) {
      Bytes left = Bytes.wrap(cursor.range(cursor.at(), cursor.end()));
      int length = optionLength(left);
      Bytes option = left.slice(0, length);
      cursor.passed(optionName(left.at(0)), optionValue(left.at(0), option), length);
    }
  }

  /** As the option says, but at least 1 and at most what is left. */
  private static int optionLength(Bytes left) {
    int kind = left.at(0);
    boolean single = kind == TcpOptionsCodec.END || kind == TcpOptionsCodec.NOP;
    return single || left.length() == 1 ? 1 : Math.clamp(left.at(1), 2, left.length());
  }

  private static String optionName(int kind) {
    return switch (kind) {
      case TcpOptionsCodec.END -> "end of options";
      case TcpOptionsCodec.NOP -> "no operation";
      case TcpOptionsCodec.MSS -> "maximum segment size";
      case TcpOptionsCodec.WINDOW_SCALE -> "window scale";
      case TcpOptionsCodec.SACK_PERMITTED -> "SACK permitted";
      case TcpOptionsCodec.SACK -> "SACK";
      case TcpOptionsCodec.TIMESTAMPS -> "timestamps";
      default -> "option " + kind;
    };
  }

  private static String optionValue(int kind, Bytes bytes) {
    ByteReader in = new ByteReader(bytes.slice(Math.min(2, bytes.length()), bytes.length()));
    if (kind == TcpOptionsCodec.SACK && in.left() % 8 == 0) {
      return TcpOptionsCodec.blocks(in).stream()
          .map(b -> Integer.toUnsignedString(b.from()) + "–" + Integer.toUnsignedString(b.to()))
          .collect(Collectors.joining(", "));
    }
    return switch (kind << 8 | in.left()) {
      case TcpOptionsCodec.MSS << 8 | 2 -> Integer.toString(in.u16());
      case TcpOptionsCodec.WINDOW_SCALE << 8 | 1 -> Integer.toString(in.u8());
      case TcpOptionsCodec.TIMESTAMPS << 8 | 8 ->
          Integer.toUnsignedString(in.u32()) + " echo " + Integer.toUnsignedString(in.u32());
      default -> in.left() == 0 ? "" : in.rest().toString();
    };
  }
}
