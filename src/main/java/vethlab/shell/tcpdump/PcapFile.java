package vethlab.shell.tcpdump;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.shell.lang.Dates;
import vethlab.sim.FrameTap.Direction;
import vethlab.wire.Bytes;
import vethlab.wire.Frame;
import vethlab.wire.FrameReader;
import vethlab.wire.ParseResult;

/** The classic capture file: pcap-savefile(5), Ethernet, microseconds, little-endian. */
final class PcapFile {
  private static final int MAGIC = 0xa1b2c3d4;
  private static final int ETHERNET = 1;
  private static final int HEADER = 24;
  private static final int RECORD = 16;
  private static final long SECOND = 1_000_000_000L;

  private PcapFile() {}

  static byte[] header(int snapLength) {
    return buffer(HEADER)
        .putInt(MAGIC)
        .putShort((short) 2)
        .putShort((short) 4)
        .putInt(0)
        .putInt(0)
        .putInt(snapLength)
        .putInt(ETHERNET)
        .array();
  }

  static byte[] record(Captured captured, int snapLength) {
    Bytes bytes = captured.bytes();
    int kept = Math.min(bytes.length(), snapLength);
    byte[] head =
        buffer(RECORD)
            .putInt((int) Dates.epochSeconds(captured.at()))
            .putInt((int) (captured.at() % SECOND / 1000))
            .putInt(kept)
            .putInt(bytes.length())
            .array();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.writeBytes(bytes.slice(0, kept).toArray());
    return out.toByteArray();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The frames of a file; empty where it is no such file. */
  static Optional<List<Captured>> read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < HEADER || in.getInt(0) != MAGIC) {
      return Optional.empty();
    }
    List<Captured> all = new ArrayList<>();
    long boot = Dates.epochSeconds(0);
    int at = HEADER;
    while (at + RECORD <= file.length) {
      long seconds = Integer.toUnsignedLong(in.getInt(at)) - boot;
      long nanos = seconds * SECOND + in.getInt(at + 4) * 1000L;
      int kept = in.getInt(at + 8);
      at += RECORD;
      if (kept < 0 || at + kept > file.length) {
        break;
      }
      Bytes bytes = Bytes.wrap(file).slice(at, at + kept);
      if (FrameReader.parse(bytes) instanceof ParseResult.Parsed(Frame frame)) {
        all.add(new Captured(frame, Direction.IN, "", nanos));
      }
      at += kept;
    }
    return Optional.of(all);
  }
}
