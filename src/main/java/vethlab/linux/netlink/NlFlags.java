package vethlab.linux.netlink;

import java.util.StringJoiner;

/** NLM_F_ bits of a message. Source: linux/netlink.h. */
public final class NlFlags {
  public static final int REQUEST = 1;
  public static final int MULTI = 2;
  public static final int ACK = 4;
  public static final int ECHO = 8;
  public static final int DUMP_INTR = 0x10;

  public static final int ROOT = 0x100;
  public static final int MATCH = 0x200;
  public static final int DUMP = ROOT | MATCH;

  public static final int REPLACE = 0x100;
  public static final int EXCL = 0x200;
  public static final int CREATE = 0x400;
  public static final int APPEND = 0x800;

  /** What {@code add} means: make it, refuse if it is there. */
  public static final int ADD = REQUEST | CREATE | EXCL;

  private NlFlags() {}

  /** The bits as words; the meaning of the upper byte depends on the kind of message. */
  public static String words(MessageType type, int flags) {
    StringJoiner words = new StringJoiner("|");
    String[] low = {"REQUEST", "MULTI", "ACK", "ECHO", "DUMP_INTR"};
    for (int i = 0; i < low.length; i++) {
      if ((flags & 1 << i) != 0) {
        words.add("NLM_F_" + low[i]);
      }
    }
    if (type.name().contains("GET")) {
      if ((flags & DUMP) == DUMP) {
        words.add("NLM_F_DUMP");
      }
    } else {
      String[] high = {"REPLACE", "EXCL", "CREATE", "APPEND"};
      for (int i = 0; i < high.length; i++) {
        if ((flags & 0x100 << i) != 0) {
          words.add("NLM_F_" + high[i]);
        }
      }
    }
    return words.toString();
  }
}
