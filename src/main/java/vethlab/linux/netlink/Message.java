package vethlab.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One netlink message without its sequence number and sender, which the socket gives it.
 *
 * @param flags {@link NlFlags}
 * @param body the family's header and the attributes, padded to four bytes
 */
public record Message(MessageType type, int flags, byte[] body) {
  /** Bytes of struct nlmsghdr. */
  public static final int HEADER = 16;

  public int length() {
    return HEADER + body.length;
  }

  public Message withFlags(int more) {
    return new Message(type, flags | more, body);
  }

  /** Appends the message to a buffer in the machine's byte order. */
  public void writeTo(ByteBuffer out, int sequence) {
    writeTo(out, flags, sequence);
  }

  /** As {@link #writeTo(ByteBuffer, int)} with other flags. */
  public void writeTo(ByteBuffer out, int withFlags, int sequence) {
    out.putInt(length()).putShort((short) type.number()).putShort((short) withFlags);
    out.putInt(sequence).putInt(0).put(body);
  }

  /** The whole message with sequence number 0. */
  public byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(length()).order(ByteOrder.nativeOrder());
    writeTo(out, 0);
    return out.array();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message m
        && type == m.type
        && flags == m.flags
        && Arrays.equals(body, m.body);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + flags) + Arrays.hashCode(body);
  }
}
