package vethlab.linux.netlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vethlab.linux.netlink.attr.NlmsgErr;

/**
 * One message that a kernel sent: where it lies in the buffer it was received in.
 *
 * @param type the raw number, so that messages of unknown types can be skipped
 * @param from the offset after struct nlmsghdr
 * @param to the offset after the message
 */
public record Reply(int type, int flags, int sequence, ByteBuffer in, int from, int to) {
  private static final int NLM_F_CAPPED = 0x100;
  private static final int NLM_F_ACK_TLVS = 0x200;

  /** The messages in a buffer of {@code length} bytes, in the machine's byte order. */
  public static List<Reply> parse(ByteBuffer in, int length) {
    List<Reply> replies = new ArrayList<>();
    int at = 0;
    while (at + Message.HEADER <= length) {
      int size = in.getInt(at);
      if (size < Message.HEADER || at + size > length) {
        break;
      }
      int type = in.getShort(at + 4) & 0xffff;
      int flags = in.getShort(at + 6) & 0xffff;
      replies.add(new Reply(type, flags, in.getInt(at + 8), in, at + Message.HEADER, at + size));
      at += (size + 3) & ~3;
    }
    return replies;
  }

  public boolean is(MessageType other) {
    return type == other.number();
  }

  /** The attributes after a header of so many bytes. */
  public Attributes attributes(int headerSize) {
    return Attributes.of(in, from + headerSize, to);
  }

  /** The errno of NLMSG_ERROR (0 is an acknowledgement) or NLMSG_DONE, positive. */
  public int errno() {
    return to - from >= 4 ? -in.getInt(from) : 0;
  }

  /** The kernel's own sentence about an error, empty where it sends none. */
  public String sentence() {
    if ((flags & NLM_F_ACK_TLVS) == 0) {
      return "";
    }
    int at = from + 4;
    if (is(MessageType.NLMSG_ERROR)) {
      int echoed = in.getInt(at);
      at += (flags & NLM_F_CAPPED) != 0 ? Message.HEADER : (echoed + 3) & ~3;
    }
    return at <= to ? Attributes.of(in, at, to).string(NlmsgErr.MSG) : "";
  }
}
