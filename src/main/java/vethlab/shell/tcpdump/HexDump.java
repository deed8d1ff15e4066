package vethlab.shell.tcpdump;

import java.util.Locale;
import vethlab.wire.Bytes;

/** -x, -X and -A: print-ascii.c. */
final class HexDump {
  private static final int ROW = 16;

  private HexDump() {}

  static String hex(Bytes bytes, boolean withText) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < bytes.length(); row += ROW) {
      int end = Math.min(row + ROW, bytes.length());
      StringBuilder digits = new StringBuilder();
      StringBuilder letters = new StringBuilder();
      for (int i = row; i < end; i++) {
        digits.append(i > row && (i - row) % 2 == 0 ? " " : "");
        digits.append(String.format(Locale.ROOT, "%02x", bytes.at(i)));
        letters.append(isGraph(bytes.at(i)) ? (char) bytes.at(i) : '.');
      }
      text.append(String.format(Locale.ROOT, "\n\t0x%04x:  ", row)).append(digits);
      if (withText) {
        text.append(" ".repeat(39 - digits.length())).append("  ").append(letters);
      }
    }
    return text.toString();
  }

  static String ascii(Bytes bytes) {
    StringBuilder text = new StringBuilder("\n");
    for (int i = 0; i < bytes.length(); i++) {
      int c = bytes.at(i);
      boolean returns = c == '\r' && i + 1 < bytes.length() && bytes.at(i + 1) == '\n';
      if (!returns) {
        boolean shown = isGraph(c) || c == '\t' || c == ' ' || c == '\n';
        text.append(shown ? (char) c : '.');
      }
    }
    return text.toString();
  }

  private static boolean isGraph(int c) {
    return c > 0x20 && c < 0x7f;
  }
}
