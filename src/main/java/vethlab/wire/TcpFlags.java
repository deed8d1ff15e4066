package vethlab.wire;

import java.util.StringJoiner;

/** The names of TCP's flags. */
final class TcpFlags {
  private static final String[] NAMES = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};

  /** The order people say them in: SYN before ACK, FIN before ACK. */
  private static final int[] ORDER = {1, 0, 2, 3, 4, 5, 6, 7};

  private TcpFlags() {}

  /** For example {@code SYN,ACK}; {@code none} if none is set. */
  static String text(int flags) {
    StringJoiner text = new StringJoiner(",").setEmptyValue("none");
    for (int bit : ORDER) {
      if ((flags >> bit & 1) != 0) {
        text.add(NAMES[bit]);
      }
    }
    return text.toString();
  }
}
