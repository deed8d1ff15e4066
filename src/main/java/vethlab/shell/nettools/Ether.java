package vethlab.shell.nettools;

import java.util.Locale;
import java.util.Optional;
import vethlab.wire.Mac;

/** Ethernet addresses as net-tools read them: what is missing is zero, what is too much ignored. */
final class Ether {
  private static final int BYTES = 6;

  private Ether() {}

  static Optional<Mac> parse(String text) {
    StringBuilder hex = new StringBuilder();
    int at = 0;
    for (int i = 0; i < BYTES; i++) {
      if (at >= text.length()) {
        hex.append(i == 0 ? "" : ":").append("00");
        continue;
      }
      int high = Character.digit(text.charAt(at++), 16);
      if (high < 0) {
        return Optional.empty();
      }
      int value = high;
      if (at < text.length() && text.charAt(at) != ':') {
        int low = Character.digit(text.charAt(at), 16);
        if (low < 0) {
          return Optional.empty();
        }
        value = high << 4 | low;
      }
      at = Math.min(at + 1, text.length());
      if (at < text.length() && text.charAt(at) == ':') {
        at++;
      }
      hex.append(i == 0 ? "" : ":").append(String.format(Locale.ROOT, "%02x", value));
    }
    return Optional.of(Mac.parse(hex.toString()));
  }
}
