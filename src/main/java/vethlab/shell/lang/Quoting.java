package vethlab.shell.lang;

/** Texts with the quotes that bring them back when a shell reads them. */
final class Quoting {

  private Quoting() {}

  /** As {@code set -x} shows a word: quotes only where they are needed. */
  static String traced(String word) {
    if (word.isEmpty()) {
      return "''";
    }
    if (hasControl(word)) {
      return ansi(word);
    }
    if (word.chars().allMatch(Quoting::isPlain) && word.charAt(0) != '~' && word.charAt(0) != '#') {
      return word;
    }
    return single(word);
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c) || "_-+./:,@%=#~".indexOf(c) >= 0 || c > 127;
  }

  private static boolean hasControl(String word) {
    return word.chars().anyMatch(c -> c < ' ' || c == 127);
  }

  static String single(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static String ansi(String word) {
    StringBuilder quoted = new StringBuilder("$'");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (c) {
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        case 27 -> quoted.append("\\E");
        case '\'', '\\' -> quoted.append('\\').append(c);
        default -> {
          if (c < ' ' || c == 127) {
            quoted.append(String.format("\\%03o", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('\'').toString();
  }

  /** As {@code printf %q} shows it: backslashes. */
  static String backslashed(String word) {
    if (word.isEmpty()) {
      return "''";
    }
    if (hasControl(word)) {
      return ansi(word);
    }
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean plain = isPlain(c) && c != '~' && c != '#' && c != ',' || (c == '#' && i > 0);
      quoted.append(plain ? "" : "\\").append(c);
    }
    return quoted.toString();
  }

  /** In double quotes, as {@code declare -p} shows it. */
  static String doubled(String text) {
    if (hasControl(text)) {
      return ansi(text);
    }
    return "\"" + text.replaceAll("[\"\\\\$`]", "\\\\$0") + "\"";
  }
}
