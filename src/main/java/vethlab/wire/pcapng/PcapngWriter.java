package vethlab.wire.pcapng;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import vethlab.wire.Mac;

/** Writes a pcapng file block by block: one section, little endian, times in nanoseconds. */
public final class PcapngWriter {
  private static final int NANOSECONDS = 9;
  private static final int MAX_OPTION = 0xffff;

  private final OutputStream out;
  private final Map<String, Integer> ids = new LinkedHashMap<>();

  /** Begins a file on a stream, which stays the caller's to buffer and close. */
  public PcapngWriter(OutputStream out) throws IOException {
    this.out = out;
    Body body = new Body().u32(Blocks.BYTE_ORDER_MAGIC).u16(1).u16(0).u32(-1).u32(-1);
    block(Blocks.SECTION_HEADER, body.text(Blocks.SHB_USERAPPL, "Vethlab").endOptions());
  }

  /** Writes a device; it must come before its frames. */
  public void write(CaptureInterface device) throws IOException {
    ids.putIfAbsent(device.name(), ids.size());
    Body body = new Body().u16(device.linkType()).u16(0).u32(0).text(Blocks.IF_NAME, device.name());
    if (!device.mac().isZero()) {
      body.option(Blocks.IF_MACADDR, macBytes(device.mac()));
    }
    body.option(Blocks.IF_TSRESOL, new byte[] {NANOSECONDS});
    block(Blocks.INTERFACE, body.endOptions());
  }

  /**
   * Writes a frame.
   *
   * @throws IllegalArgumentException if its device was not written before
   */
  public void write(CapturedFrame frame) throws IOException {
    Integer id = ids.get(frame.device());
    if (id == null) {
      throw new IllegalArgumentException("no interface block for " + frame.device());
    }
    Body body = new Body().u32(id).u32((int) (frame.nanos() >>> 32)).u32((int) frame.nanos());
    body.u32(frame.bytes().length()).u32(frame.originalLength()).padded(frame.bytes().toArray());
    if (!frame.comment().isEmpty()) {
      body.text(Blocks.OPT_COMMENT, frame.comment());
    }
    body.option(Blocks.EPB_FLAGS, little(4).putInt(frame.direction().ordinal()).array());
    block(Blocks.ENHANCED_PACKET, body.endOptions());
  }

  private void block(int type, Body body) throws IOException {
    int length = body.size() + 12;
    out.write(little(8).putInt(type).putInt(length).array());
    body.writeTo(out);
    out.write(little(4).putInt(length).array());
  }

  private static byte[] macBytes(Mac mac) {
    byte[] eight = ByteBuffer.allocate(8).putLong(mac.bits()).array();
    return Arrays.copyOfRange(eight, 2, 8);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The inside of a block. */
  private static final class Body extends ByteArrayOutputStream {
    Body u16(int value) {
      write(value);
      write(value >> 8);
      return this;
    }

    Body u32(int value) {
      return u16(value).u16(value >> 16);
    }

    Body padded(byte[] bytes) {
      writeBytes(bytes);
      while (size() % 4 != 0) {
        write(0);
      }
      return this;
    }

    Body option(int code, byte[] value) {
      return u16(code).u16(value.length).padded(value);
    }

    /** Text that is too long for an option is cut between two characters. */
    Body text(int code, String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      int length = Math.min(utf8.length, MAX_OPTION);
      while (length < utf8.length && (utf8[length] & 0xc0) == 0x80) {
        length--;
      }
      return option(code, Arrays.copyOf(utf8, length));
    }

    Body endOptions() {
      return u32(Blocks.OPT_END);
    }
  }
}
