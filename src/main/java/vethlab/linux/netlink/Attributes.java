package vethlab.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * Reads the attributes of a message: struct nlattr, each a length, a number and a value. Attributes
 * that are not known are kept and don't matter; a length that overruns ends the reading.
 */
public final class Attributes {
  public static final Attributes EMPTY =
      new Attributes(ByteBuffer.allocate(0).order(ByteOrder.nativeOrder()), 0, 0);

  private static final int NUMBER_MASK = 0x3fff;

  private final ByteBuffer in;
  private int count;
  private int[] numbers = new int[16];
  private int[] offsets = new int[16];
  private int[] lengths = new int[16];

  private Attributes(ByteBuffer in, int from, int to) {
    this.in = in;
    int at = from;
    while (at + 4 <= to) {
      int length = in.getShort(at) & 0xffff;
      if (length < 4 || at + length > to) {
        break;
      }
      add(in.getShort(at + 2) & NUMBER_MASK, at + 4, length - 4);
      at += (length + 3) & ~3;
    }
  }

  /** The attributes between two offsets of a buffer in the machine's byte order. */
  public static Attributes of(ByteBuffer in, int from, int to) {
    return new Attributes(in, from, to);
  }

  private void add(int number, int offset, int length) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
      offsets = Arrays.copyOf(offsets, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    numbers[count] = number;
    offsets[count] = offset;
    lengths[count++] = length;
  }

  private int find(Attr attr, int size) {
    for (int i = 0; i < count; i++) {
      if (numbers[i] == attr.number() && lengths[i] >= size) {
        return i;
      }
    }
    return -1;
  }

  public int count() {
    return count;
  }

  /** The number of the attribute at a place, counting from 0. */
  public int number(int place) {
    return numbers[place];
  }

  public int offset(int place) {
    return offsets[place];
  }

  public int length(int place) {
    return lengths[place];
  }

  public ByteBuffer buffer() {
    return in;
  }

  public boolean has(Attr attr) {
    return find(attr, 0) >= 0;
  }

  public int u8(Attr attr, int otherwise) {
    int i = find(attr, 1);
    return i < 0 ? otherwise : in.get(offsets[i]) & 0xff;
  }

  public int u16(Attr attr, int otherwise) {
    int i = find(attr, 2);
    return i < 0 ? otherwise : in.getShort(offsets[i]) & 0xffff;
  }

  public int u32(Attr attr, int otherwise) {
    int i = find(attr, 4);
    return i < 0 ? otherwise : in.getInt(offsets[i]);
  }

  public int be16(Attr attr, int otherwise) {
    int i = find(attr, 2);
    return i < 0 ? otherwise : (in.get(offsets[i]) & 0xff) << 8 | in.get(offsets[i] + 1) & 0xff;
  }

  public int be32(Attr attr, int otherwise) {
    int i = find(attr, 4);
    return i < 0 ? otherwise : bigEndian(offsets[i], 4).intValue();
  }

  public long be64(Attr attr, long otherwise) {
    int i = find(attr, 8);
    return i < 0 ? otherwise : bigEndian(offsets[i], 8);
  }

  private Long bigEndian(int offset, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | in.get(offset + i) & 0xff;
    }
    return value;
  }

  /** An integer of the width that the attribute has; what is absent is {@code otherwise}. */
  public long number(Attr attr, long otherwise) {
    int width =
        switch (attr.format()) {
          case U8 -> 1;
          case U16, BE16 -> 2;
          case U32, BE32 -> 4;
          case U64, BE64 -> 8;
          default -> throw new IllegalArgumentException(attr.label() + " is not an integer");
        };
    int i = find(attr, width);
    if (i < 0) {
      return otherwise;
    }
    return switch (attr.format()) {
      case U8 -> in.get(offsets[i]) & 0xffL;
      case U16 -> in.getShort(offsets[i]) & 0xffffL;
      case U32 -> in.getInt(offsets[i]) & 0xffffffffL;
      case U64 -> in.getLong(offsets[i]);
      default -> bigEndian(offsets[i], width);
    };
  }

  /** A string without its final zero; what is absent is empty. */
  public String string(Attr attr) {
    int i = find(attr, 0);
    return i < 0 ? "" : string(i);
  }

  String string(int place) {
    byte[] bytes = bytes(place);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  public Ip4 ip4(Attr attr, Ip4 otherwise) {
    int i = find(attr, 4);
    return i < 0 ? otherwise : new Ip4(bigEndian(offsets[i], 4).intValue());
  }

  public Mac mac(Attr attr, Mac otherwise) {
    int i = find(attr, 6);
    return i < 0 || lengths[i] != 6 ? otherwise : new Mac(bigEndian(offsets[i], 6));
  }

  public byte[] bytes(Attr attr) {
    int i = find(attr, 0);
    return i < 0 ? new byte[0] : bytes(i);
  }

  byte[] bytes(int place) {
    byte[] value = new byte[lengths[place]];
    in.get(offsets[place], value);
    return value;
  }

  /** Where an attribute's value starts in {@link #buffer}, -1 where it is absent. */
  public int offset(Attr attr) {
    int i = find(attr, 0);
    return i < 0 ? -1 : offsets[i];
  }

  public int length(Attr attr) {
    int i = find(attr, 0);
    return i < 0 ? 0 : lengths[i];
  }

  /** The attributes inside an attribute; none where it is absent. */
  public Attributes nested(Attr attr) {
    return nested(attr, 0);
  }

  /** The attributes inside an attribute that starts with a header of so many bytes. */
  public Attributes nested(Attr attr, int headerSize) {
    int i = find(attr, headerSize);
    return i < 0 ? EMPTY : new Attributes(in, offsets[i] + headerSize, offsets[i] + lengths[i]);
  }
}
