package vethlab.shell.iproute;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.shell.iproute.Options.Family;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;
import vethlab.wire.Prefix;

/** Addresses as iproute2 reads them: {@code 10.8} is 10.8.0.0, masks may be dotted. */
final class Addresses {

  /**
   * What was typed.
   *
   * @param family ANY for {@code default}, {@code any} and {@code all} where no family is known
   * @param ip meaningful for INET only
   * @param length the prefix length, 32 where none was typed
   */
  record Typed(Family family, Ip4 ip, int length, Form form) {
    /** Whether a length was typed with it ({@code default} counts as 0.0.0.0/0). */
    boolean lengthTyped() {
      return form == Form.PREFIX || form == Form.DEFAULT;
    }

    boolean isWord() {
      return form == Form.DEFAULT || form == Form.ANY;
    }

    Prefix prefix() {
      return new Prefix(ip, length);
    }
  }

  enum Form {
    BARE,
    PREFIX,
    DEFAULT,
    ANY
  }

  private Addresses() {}

  /** An address of the family, or the tool's complaint. */
  static Typed address(String text, Family family) {
    return tryAddress(text, family)
        .orElseThrow(() ->
            IpError.exit(
                "Error: " + family.word() + " address is expected rather than \"" + text + "\".\n",
                1));
  }

  /** An address with or without a length. */
  static Typed prefix(String text, Family family) {
    if (family == Family.LINK) {
      throw IpError.exit(
          "Error: \"" + text + "\" may be inet prefix, but it is not allowed in this context.\n",
          1);
    }
    return tryPrefix(text, family)
        .orElseThrow(() ->
            IpError.exit(
                "Error: " + family.word() + " prefix is expected rather than \"" + text + "\".\n",
                1));
  }

  static Optional<Typed> tryAddress(String text, Family family) {
    switch (text) {
      case "default" -> {
        return Optional.of(new Typed(family, Ip4.ANY, 0, Form.DEFAULT));
      }
      case "all", "any" -> {
        return Optional.of(new Typed(family, Ip4.ANY, 0, Form.ANY));
      }
      default -> {
        if (text.contains(":")) {
          return family != Family.INET && isIp6(text)
              ? Optional.of(new Typed(Family.INET6, Ip4.ANY, 32, Form.BARE))
              : Optional.empty();
        }
        return family == Family.INET6
            ? Optional.empty()
            : ip4(text).map(ip -> new Typed(Family.INET, ip, 32, Form.BARE));
      }
    }
  }

  private static Optional<Typed> tryPrefix(String text, Family family) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return tryAddress(text, family);
    }
    String tail = text.substring(slash + 1);
    return tryAddress(text.substring(0, slash), family)
        .filter(typed -> !typed.isWord())
        .flatMap(typed -> {
          int limit = typed.family() == Family.INET6 ? 128 : 32;
          OptionalInt length = maskLength(tail);
          return length.isPresent() && length.getAsInt() <= limit
              ? Optional.of(
                  new Typed(
                      typed.family(), typed.ip(), Math.min(32, length.getAsInt()), Form.PREFIX))
              : Optional.empty();
        });
  }

  private static OptionalInt maskLength(String text) {
    OptionalLong number = Numbers.unsigned(text, Integer.MAX_VALUE);
    if (number.isPresent()) {
      return OptionalInt.of((int) number.getAsLong());
    }
    Optional<Ip4> mask = ip4(text);
    return mask.isPresent() ? Prefix.lengthOfMask(mask.get()) : OptionalInt.empty();
  }

  /** Up to four numbers; what is missing at the end is zero. */
  private static Optional<Ip4> ip4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    int bits = 0;
    for (int i = 0; i < parts.length; i++) {
      OptionalLong n = Numbers.u8(parts[i]);
      if (n.isEmpty()) {
        return Optional.empty();
      }
      bits |= (int) n.getAsLong() << 24 - 8 * i;
    }
    return Optional.of(new Ip4(bits));
  }

  /** Whether a text with colons is an IPv6 address, as inet_pton has it. */
  private static boolean isIp6(String text) {
    if (!text.matches("[0-9a-fA-F:.]+") || text.indexOf("::") != text.lastIndexOf("::")) {
      return false;
    }
    String[] groups = text.split(":", -1);
    boolean shortened = text.contains("::");
    for (String group : groups) {
      if (group.length() > 4 && !group.contains(".")) {
        return false;
      }
    }
    return shortened ? groups.length <= 9 : groups.length == 8 || text.contains(".");
  }

  /**
   * A link-layer address: hexadecimal numbers between colons, or an IPv4 address where it has dots.
   *
   * @return its bytes
   */
  static int[] linkLayer(String text, Host host) {
    if (text.contains(".")) {
      Ip4 ip = ip4(text).orElseThrow(() -> host.failed(badLinkLayer(text)));
      int b = ip.bits();
      return new int[] {b >>> 24, b >>> 16 & 0xff, b >>> 8 & 0xff, b & 0xff};
    }
    String[] groups = text.split(":", -1);
    int[] bytes = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      bytes[i] = hexByte(groups[i]);
      if (bytes[i] < 0) {
        throw host.failed(badLinkLayer(groups[i]));
      }
    }
    return bytes;
  }

  private static String badLinkLayer(String text) {
    return "\"" + text + "\" is invalid lladdr.\n";
  }

  private static int hexByte(String text) {
    int end = 0;
    while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    if (end == 0 || end > 6) {
      return -1;
    }
    int value = Integer.parseInt(text.substring(0, end), 16);
    return value > 255 ? -1 : value;
  }

  /** Six bytes as an Ethernet address. */
  static Optional<Mac> mac(int[] bytes) {
    return bytes.length == 6 ? Optional.of(Mac.of(bytes)) : Optional.empty();
  }
}
