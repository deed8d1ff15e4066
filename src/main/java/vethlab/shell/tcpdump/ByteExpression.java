package vethlab.shell.tcpdump;

import java.util.OptionalInt;
import vethlab.wire.Bytes;
import vethlab.wire.Ipv4;
import vethlab.wire.PacketWriter;

/** A number taken from a frame's bytes; none where the frame has no such bytes. */
@FunctionalInterface
interface ByteExpression {
  OptionalInt value(Captured captured);

  static ByteExpression constant(int number) {
    return c -> OptionalInt.of(number);
  }

  static ByteExpression both(String operator, ByteExpression left, ByteExpression right) {
    return c -> {
      OptionalInt a = left.value(c);
      OptionalInt b = right.value(c);
      return a.isEmpty() || b.isEmpty()
          ? OptionalInt.empty()
          : OptionalInt.of(apply(operator, a.getAsInt(), b.getAsInt()));
    };
  }

  private static int apply(String operator, int a, int b) {
    return switch (operator) {
      case "&" -> a & b;
      case "|" -> a | b;
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      default -> b == 0 ? 0 : Integer.divideUnsigned(a, b);
    };
  }

  /** {@code size} bytes of a header, the highest first. */
  static ByteExpression bytes(String protocol, ByteExpression offset, int size) {
    return c -> {
      Bytes bytes = header(protocol, c);
      OptionalInt at = offset.value(c);
      if (at.isEmpty() || at.getAsInt() < 0 || at.getAsInt() + size > bytes.length()) {
        return OptionalInt.empty();
      }
      int number = 0;
      for (int i = 0; i < size; i++) {
        number = number << 8 | bytes.at(at.getAsInt() + i);
      }
      return OptionalInt.of(number);
    };
  }

  private static Bytes header(String protocol, Captured c) {
    if (protocol.equals("ether")) {
      return c.bytes();
    }
    if (!Primitives.protocol(protocol).matches(c)) {
      return Bytes.EMPTY;
    }
    if (!(c.frame().payload() instanceof Ipv4 packet)) {
      Bytes all = c.bytes();
      return all.slice(c.length() - c.frame().payload().length(), all.length());
    }
    if (protocol.equals("ip")) {
      return Bytes.wrap(PacketWriter.encode(packet));
    }
    return packet.fragmentOffset() == 0 ? PacketWriter.encodeTransport(packet) : Bytes.EMPTY;
  }
}
