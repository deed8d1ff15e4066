package vethlab.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vethlab.wire.TcpOptions.SackBlock;

/** TCP options as bytes, laid out as net/ipv4/tcp_output.c, tcp_options_write does. */
final class TcpOptionsCodec {
  static final int END = 0;
  static final int NOP = 1;
  static final int MSS = 2;
  static final int WINDOW_SCALE = 3;
  static final int SACK_PERMITTED = 4;
  static final int SACK = 5;
  static final int TIMESTAMPS = 8;

  private TcpOptionsCodec() {}

  static void write(TcpOptions options, ByteWriter out) {
    if (options.hasMss()) {
      out.u8(MSS).u8(4).u16(options.mss());
    }
    if (options.hasTimestamps()) {
      out.u8(options.sackPermitted() ? SACK_PERMITTED : NOP).u8(options.sackPermitted() ? 2 : NOP);
      out.u8(TIMESTAMPS).u8(10).u32((int) options.tsVal()).u32((int) options.tsEcr());
    } else if (options.sackPermitted()) {
      out.u8(NOP).u8(NOP).u8(SACK_PERMITTED).u8(2);
    }
    if (options.hasWindowScale()) {
      out.u8(NOP).u8(WINDOW_SCALE).u8(3).u8(options.windowScale());
    }
    if (!options.sack().isEmpty()) {
      out.u8(NOP).u8(NOP).u8(SACK).u8(2 + 8 * options.sack().size());
      for (SackBlock block : options.sack()) {
        out.u32(block.from()).u32(block.to());
      }
    }
  }

  /** The options, if {@link #write} would give exactly these bytes for them. */
  static Optional<TcpOptions> read(Bytes bytes) {
    if (bytes.isEmpty()) {
      return Optional.of(TcpOptions.NONE);
    }
    TcpOptions options = TcpOptions.NONE;
    int at = 0;
    while (at < bytes.length()) {
      int kind = bytes.at(at);
      if (kind == NOP) {
        at++;
        continue;
      }
      int length = at + 1 < bytes.length() ? bytes.at(at + 1) : 0;
      if (length < 2 || at + length > bytes.length()) {
        return Optional.empty();
      }
      options = with(options, kind, new ByteReader(bytes.slice(at + 2, at + length)));
      at += length;
    }
    return canonical(options, bytes) ? Optional.of(options) : Optional.empty();
  }

  private static TcpOptions with(TcpOptions o, int kind, ByteReader in) {
    if (kind == SACK && in.left() % 8 == 0 && o.sack().isEmpty()) {
      return o.withSack(blocks(in));
    }
    return switch (kind << 8 | in.left()) {
      case MSS << 8 | 2 ->
          new TcpOptions(
              in.u16(), o.windowScale(), o.sackPermitted(), o.tsVal(), o.tsEcr(), o.sack());
      case WINDOW_SCALE << 8 | 1 ->
          new TcpOptions(o.mss(), in.u8(), o.sackPermitted(), o.tsVal(), o.tsEcr(), o.sack());
      case SACK_PERMITTED << 8 ->
          new TcpOptions(o.mss(), o.windowScale(), true, o.tsVal(), o.tsEcr(), o.sack());
      case TIMESTAMPS << 8 | 8 -> {
        long tsVal = Integer.toUnsignedLong(in.u32());
        long tsEcr = Integer.toUnsignedLong(in.u32());
        yield new TcpOptions(o.mss(), o.windowScale(), o.sackPermitted(), tsVal, tsEcr, o.sack());
      }
      default -> o;
    };
  }

  static List<SackBlock> blocks(ByteReader in) {
    List<SackBlock> blocks = new ArrayList<>();
    while (in.left() >= 8) {
      blocks.add(new SackBlock(in.u32(), in.u32()));
    }
    return blocks;
  }

  private static boolean canonical(TcpOptions options, Bytes bytes) {
    if (options.length() != bytes.length()) {
      return false;
    }
    byte[] again = new byte[options.length()];
    write(options, new ByteWriter(again, 0));
    return Arrays.equals(again, bytes.toArray());
  }
}
