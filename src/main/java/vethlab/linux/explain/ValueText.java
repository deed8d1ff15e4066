package vethlab.linux.explain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vethlab.linux.netlink.Format;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** The value of an attribute as text. */
final class ValueText {
  private ValueText() {}

  static String of(Format format, ByteBuffer in, int at, int length) {
    if (length < width(format)) {
      return hex(in, at, length);
    }
    return switch (format) {
      case U8 -> String.valueOf(in.get(at) & 0xff);
      case U16 -> String.valueOf(in.getShort(at) & 0xffff);
      case U32 -> String.valueOf(in.getInt(at) & 0xffffffffL);
      case U64 -> Long.toUnsignedString(in.getLong(at));
      case BE16 -> String.valueOf(big(in, at, 2));
      case BE32 -> String.valueOf(big(in, at, 4));
      case BE64 -> Long.toUnsignedString(big(in, at, 8));
      case U16_PAIR -> (in.getShort(at) & 0xffff) + "-" + (in.getShort(at + 2) & 0xffff);
      case STRING -> string(in, at, length);
      case MAC -> length == 6 ? new Mac(big(in, at, 6)).toString() : hex(in, at, length);
      case IP4 -> length == 4 ? new Ip4((int) big(in, at, 4)).toString() : hex(in, at, length);
      case FLAG -> "";
      case NESTED, PEER, HOPS, BINARY -> hex(in, at, length);
    };
  }

  private static int width(Format format) {
    return switch (format) {
      case U8 -> 1;
      case U16, BE16 -> 2;
      case U32, BE32, U16_PAIR, IP4 -> 4;
      case MAC -> 6;
      case U64, BE64 -> 8;
      case STRING, FLAG, NESTED, PEER, HOPS, BINARY -> 0;
    };
  }

  private static long big(ByteBuffer in, int at, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | in.get(at + i) & 0xff;
    }
    return value;
  }

  private static String string(ByteBuffer in, int at, int length) {
    byte[] bytes = new byte[length];
    in.get(at, bytes);
    int end = length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return '"' + new String(bytes, 0, end, StandardCharsets.UTF_8) + '"';
  }

  static String hex(ByteBuffer in, int at, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(i == 0 ? "" : " ").append(String.format("%02x", in.get(at + i)));
    }
    return text.toString();
  }
}
