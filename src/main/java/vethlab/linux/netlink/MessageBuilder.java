package vethlab.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** Writes one message: a header, then attributes in the order they are put. */
public final class MessageBuilder {
  /** Marks an attribute that holds attributes; older families send it without. */
  private static final int NLA_F_NESTED = 0x8000;

  private final MessageType type;
  private final int flags;
  private ByteBuffer out = ByteBuffer.allocate(256).order(ByteOrder.nativeOrder());

  private MessageBuilder(MessageType type, int flags) {
    this.type = type;
    this.flags = flags;
  }

  public static MessageBuilder of(MessageType type, int flags, Header header) {
    MessageBuilder builder = new MessageBuilder(type, flags);
    header.writeTo(builder.out);
    return builder;
  }

  public MessageBuilder u8(Attr attr, int value) {
    start(attr.number(), 1).put((byte) value);
    return pad();
  }

  public MessageBuilder u16(Attr attr, int value) {
    start(attr.number(), 2).putShort((short) value);
    return pad();
  }

  public MessageBuilder u32(Attr attr, long value) {
    start(attr.number(), 4).putInt((int) value);
    return pad();
  }

  public MessageBuilder u64(Attr attr, long value) {
    start(attr.number(), 8).putLong(value);
    return pad();
  }

  public MessageBuilder be16(Attr attr, int value) {
    start(attr.number(), 2).put((byte) (value >> 8)).put((byte) value);
    return pad();
  }

  public MessageBuilder be32(Attr attr, long value) {
    start(attr.number(), 4);
    bigEndian((int) value);
    return pad();
  }

  /** Two u16, as ranges of ports are sent. */
  public MessageBuilder pair(Attr attr, int first, int last) {
    start(attr.number(), 4).putShort((short) first).putShort((short) last);
    return pad();
  }

  /** A string with its final zero. */
  public MessageBuilder string(Attr attr, String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    start(attr.number(), text.length + 1).put(text).put((byte) 0);
    return pad();
  }

  /** A string without a final zero, as iproute2 sends kinds of links. */
  public MessageBuilder word(Attr attr, String value) {
    return bytes(attr, value.getBytes(StandardCharsets.UTF_8));
  }

  public MessageBuilder mac(Attr attr, Mac value) {
    start(attr.number(), 6);
    for (int shift = 40; shift >= 0; shift -= 8) {
      out.put((byte) (value.bits() >>> shift));
    }
    return pad();
  }

  public MessageBuilder ip4(Attr attr, Ip4 value) {
    start(attr.number(), 4);
    bigEndian(value.bits());
    return pad();
  }

  public MessageBuilder flag(Attr attr) {
    start(attr.number(), 0);
    return this;
  }

  public MessageBuilder bytes(Attr attr, byte[] value) {
    start(attr.number(), value.length).put(value);
    return pad();
  }

  /** An integer of the width that the attribute has. */
  public MessageBuilder number(Attr attr, long value) {
    return switch (attr.format()) {
      case U8 -> u8(attr, (int) value);
      case U16 -> u16(attr, (int) value);
      case U32 -> u32(attr, value);
      case U64 -> u64(attr, value);
      case BE16 -> be16(attr, (int) value);
      case BE32 -> be32(attr, value);
      default -> throw new IllegalArgumentException(attr.label() + " is not an integer");
    };
  }

  /** Attributes inside an attribute. */
  public MessageBuilder nest(Attr attr, Consumer<MessageBuilder> inside) {
    return nested(attr.number(), inside);
  }

  /** As {@link #nest} with the bit that says so, which newer families insist on. */
  public MessageBuilder nestMarked(Attr attr, Consumer<MessageBuilder> inside) {
    return nested(attr.number() | NLA_F_NESTED, inside);
  }

  /** A header, then attributes, inside an attribute. */
  public MessageBuilder nest(Attr attr, Header header, Consumer<MessageBuilder> inside) {
    return nested(
        attr.number(),
        b -> {
          b.room(header.size());
          header.writeTo(b.out);
          inside.accept(b);
        });
  }

  /** One struct rtnexthop with its attributes. */
  public MessageBuilder hop(
      int hopFlags, int weight, int ifindex, Consumer<MessageBuilder> inside) {
    int start = out.position();
    room(8).putShort((short) 0).put((byte) hopFlags).put((byte) (weight - 1)).putInt(ifindex);
    inside.accept(this);
    out.putShort(start, (short) (out.position() - start));
    return this;
  }

  public Message build() {
    return new Message(type, flags, Arrays.copyOf(out.array(), out.position()));
  }

  private MessageBuilder nested(int number, Consumer<MessageBuilder> inside) {
    int start = out.position();
    start(number, 0);
    inside.accept(this);
    out.putShort(start, (short) (out.position() - start));
    return this;
  }

  private ByteBuffer start(int number, int length) {
    return room(length + 8).putShort((short) (length + 4)).putShort((short) number);
  }

  private ByteBuffer room(int bytes) {
    if (out.remaining() < bytes) {
      ByteBuffer bigger = ByteBuffer.allocate(out.capacity() * 2 + bytes);
      out = bigger.order(ByteOrder.nativeOrder()).put(out.flip());
    }
    return out;
  }

  private void bigEndian(int value) {
    out.put((byte) (value >> 24)).put((byte) (value >> 16));
    out.put((byte) (value >> 8)).put((byte) value);
  }

  private MessageBuilder pad() {
    while (out.position() % 4 != 0) {
      out.put((byte) 0);
    }
    return this;
  }
}
