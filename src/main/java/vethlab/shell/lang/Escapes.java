package vethlab.shell.lang;

/** Backslash escapes as {@code $'…'}, {@code echo -e} and printf understand them. */
final class Escapes {

  /** A text whose escapes are resolved, and whether {@code \c} cut it off. */
  record Expanded(String text, boolean cut) {}

  private Escapes() {}

  /** {@code $'…'} */
  static String ansi(String raw) {
    return expand(raw, "'\"?", false).text();
  }

  /** {@code echo -e} and {@code printf %b}: octal takes a leading zero, {@code \c} ends it all. */
  static Expanded echo(String raw) {
    return expand(raw, "", true);
  }

  /** A printf format. */
  static String format(String raw) {
    return expand(raw, "'\"?", false).text();
  }

  private static Expanded expand(String raw, String quotable, boolean echo) {
    if (raw.indexOf('\\') < 0) {
      return new Expanded(raw, false);
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i++);
      if (c != '\\' || i == raw.length()) {
        out.append(c);
        continue;
      }
      char e = raw.charAt(i++);
      int simple = simple(e);
      if (simple >= 0) {
        out.append((char) simple);
      } else if (e == 'c' && echo) {
        return new Expanded(out.toString(), true);
      } else if (e == 'x' || e == 'u' || e == 'U') {
        i = code(raw, i, e == 'x' ? 2 : e == 'u' ? 4 : 8, 16, e, out);
      } else if (e == '0' && echo) {
        i = code(raw, i, 3, 8, e, out);
      } else if (e >= '0' && e <= '7' && !echo) {
        i = code(raw, i - 1, 3, 8, e, out);
      } else if (quotable.indexOf(e) >= 0) {
        out.append(e);
      } else {
        out.append('\\').append(e);
      }
    }
    return new Expanded(out.toString(), false);
  }

  private static int simple(char e) {
    return switch (e) {
      case 'a' -> 7;
      case 'b' -> 8;
      case 'e', 'E' -> 27;
      case 'f' -> 12;
      case 'n' -> 10;
      case 'r' -> 13;
      case 't' -> 9;
      case 'v' -> 11;
      case '\\' -> '\\';
      default -> -1;
    };
  }

  private static int code(String raw, int from, int most, int base, char e, StringBuilder out) {
    int i = from;
    int value = 0;
    while (i < raw.length() && i - from < most && Character.digit(raw.charAt(i), base) >= 0) {
      value = value * base + Character.digit(raw.charAt(i++), base);
    }
    if (i == from && base == 16) {
      out.append('\\').append(e);
    } else if (Character.isValidCodePoint(value)) {
      out.appendCodePoint(value);
    }
    return i;
  }
}
