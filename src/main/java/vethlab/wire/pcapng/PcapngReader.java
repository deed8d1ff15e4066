package vethlab.wire.pcapng;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import vethlab.wire.Bytes;
import vethlab.wire.Mac;

/**
 * Reads a pcapng file: sections of either byte order, any resolution of time. Blocks of kinds that
 * hold no frame are skipped.
 */
public final class PcapngReader {
  private static final int SHORTEST_BLOCK = 12;
  private static final int CLASSIC_MICROS = 0xa1b2c3d4;
  private static final int CLASSIC_NANOS = 0xa1b23c4d;

  private final ByteBuffer in;
  private final List<CaptureInterface> interfaces = new ArrayList<>();
  private final List<CapturedFrame> frames = new ArrayList<>();
  private final List<SectionInterface> section = new ArrayList<>();

  /** A device in the section being read. */
  private record SectionInterface(String name, TimeUnit unit, int snapLength) {}

  private PcapngReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  /**
   * Reads a file.
   *
   * @throws PcapngException if it is no pcapng file, or a damaged one
   * @throws IOException if it cannot be read
   */
  public static Capture read(Path file) throws IOException {
    return read(Files.readAllBytes(file));
  }

  /** Reads the bytes of a file; see {@link #read(Path)}. */
  public static Capture read(byte[] bytes) throws PcapngException {
    PcapngReader reader = new PcapngReader(bytes);
    reader.requireSection();
    while (reader.in.hasRemaining()) {
      reader.block();
    }
    return new Capture(reader.interfaces, reader.frames);
  }

  private void requireSection() throws PcapngException {
    int magic = in.remaining() < 4 ? 0 : in.getInt(0);
    for (int classic : new int[] {CLASSIC_MICROS, CLASSIC_NANOS}) {
      if (magic == classic || magic == Integer.reverseBytes(classic)) {
        throw new PcapngException("a classic pcap file, not pcapng,", 0);
      }
    }
    if (magic != Blocks.SECTION_HEADER) {
      throw new PcapngException("no pcapng section header", 0);
    }
  }

  private void block() throws PcapngException {
    int start = in.position();
    if (in.remaining() < SHORTEST_BLOCK) {
      throw new PcapngException("the file ends within a block", start);
    }
    if (in.getInt(start) == Blocks.SECTION_HEADER) {
      beginSection(start);
    }
    int type = in.getInt(start);
    long length = Integer.toUnsignedLong(in.getInt(start + 4));
    if (length < SHORTEST_BLOCK || length % 4 != 0) {
      throw new PcapngException("a block of " + length + " bytes", start);
    }
    if (length > in.remaining()) {
      throw new PcapngException("the file ends within a block", start);
    }
    int end = start + (int) length;
    if (in.getInt(end - 4) != (int) length) {
      throw new PcapngException("a block whose two lengths differ", start);
    }
    ByteBuffer body = in.slice(start + 8, (int) length - SHORTEST_BLOCK).order(in.order());
    try {
      read(type, body);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new PcapngException("a block too short for what it says it holds", start);
    }
    in.position(end);
  }

  private void beginSection(int start) throws PcapngException {
    in.order(ByteOrder.BIG_ENDIAN);
    int magic = in.getInt(start + 8);
    if (magic == Integer.reverseBytes(Blocks.BYTE_ORDER_MAGIC)) {
      in.order(ByteOrder.LITTLE_ENDIAN);
    } else if (magic != Blocks.BYTE_ORDER_MAGIC) {
      throw new PcapngException("a section without byte-order magic", start);
    }
    section.clear();
  }

  private void read(int type, ByteBuffer body) {
    switch (type) {
      case Blocks.INTERFACE -> readInterface(body);
      case Blocks.ENHANCED_PACKET -> readEnhanced(body);
      case Blocks.SIMPLE_PACKET -> readSimple(body);
      default -> {}
    }
  }

  private void readInterface(ByteBuffer body) {
    int linkType = Short.toUnsignedInt(body.getShort());
    body.getShort();
    int snapLength = body.getInt();
    InterfaceOptions options = new InterfaceOptions("interface" + interfaces.size());
    eachOption(body, options);
    interfaces.add(new CaptureInterface(options.name, options.mac, linkType));
    section.add(new SectionInterface(options.name, options.unit(), snapLength));
  }

  private void readEnhanced(ByteBuffer body) {
    SectionInterface device = section.get(body.getInt());
    long high = Integer.toUnsignedLong(body.getInt());
    long nanos = device.unit.nanos(high << 32 | Integer.toUnsignedLong(body.getInt()));
    int captured = body.getInt();
    int original = body.getInt();
    Bytes bytes = take(body, captured);
    FrameOptions options = new FrameOptions();
    eachOption(body, options);
    Direction direction = options.direction;
    frames.add(new CapturedFrame(nanos, device.name, direction, bytes, original, options.comment));
  }

  private void readSimple(ByteBuffer body) {
    SectionInterface device = section.get(0);
    int original = body.getInt();
    int limit = device.snapLength == 0 ? original : Math.min(original, device.snapLength);
    Bytes bytes = take(body, limit);
    frames.add(new CapturedFrame(0, device.name, Direction.UNKNOWN, bytes, original, ""));
  }

  /** Takes bytes and the padding behind them. */
  private static Bytes take(ByteBuffer body, int length) {
    ByteBuffer taken = body.slice(body.position(), length);
    body.position(Math.min(body.position() + (length + 3) / 4 * 4, body.limit()));
    byte[] bytes = new byte[length];
    taken.get(bytes);
    return Bytes.wrap(bytes);
  }

  private static void eachOption(ByteBuffer body, ObjIntConsumer<ByteBuffer> option) {
    while (body.remaining() >= 4) {
      int code = Short.toUnsignedInt(body.getShort());
      int length = Short.toUnsignedInt(body.getShort());
      if (code == Blocks.OPT_END) {
        return;
      }
      ByteBuffer value = body.slice(body.position(), length).order(body.order());
      option.accept(value, code);
      body.position(Math.min(body.position() + (length + 3) / 4 * 4, body.limit()));
    }
  }

  private static String text(ByteBuffer value) {
    return UTF_8.decode(value).toString();
  }

  private static final class InterfaceOptions implements ObjIntConsumer<ByteBuffer> {
    private static final int MICROSECONDS = 6;

    private String name;
    private Mac mac = Mac.ZERO;
    private int resolution = MICROSECONDS;
    private long offsetSeconds;

    InterfaceOptions(String name) {
      this.name = name;
    }

    @Override
    public void accept(ByteBuffer value, int code) {
      switch (code) {
        case Blocks.IF_NAME -> name = text(value);
        case Blocks.IF_MACADDR -> mac = mac(value);
        case Blocks.IF_TSRESOL -> resolution = value.get();
        case Blocks.IF_TSOFFSET -> offsetSeconds = value.getLong();
        default -> {}
      }
    }

    private static Mac mac(ByteBuffer value) {
      long bits = 0;
      for (int i = 0; i < 6; i++) {
        bits = bits << 8 | value.get() & 0xff;
      }
      return new Mac(bits);
    }

    TimeUnit unit() {
      return new TimeUnit(resolution, offsetSeconds);
    }
  }

  private static final class FrameOptions implements ObjIntConsumer<ByteBuffer> {
    private Direction direction = Direction.UNKNOWN;
    private String comment = "";

    @Override
    public void accept(ByteBuffer value, int code) {
      switch (code) {
        case Blocks.OPT_COMMENT ->
            comment = comment.isEmpty() ? text(value) : comment + "\n" + text(value);
        case Blocks.EPB_FLAGS -> direction = direction(value.getInt() & 3);
        default -> {}
      }
    }

    private static Direction direction(int bits) {
      return bits == 3 ? Direction.UNKNOWN : Direction.values()[bits];
    }
  }
}
