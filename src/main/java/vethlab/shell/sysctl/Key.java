package vethlab.shell.sysctl;

import java.util.regex.Pattern;

/**
 * A key as it is typed, with dots or slashes: the first separator tells which of them separates.
 *
 * @param path below /proc/sys, with slashes
 */
record Key(String path) {

  static Key of(String typed) {
    return new Key(swapped(typed, '.', '/'));
  }

  /** With dots; a dot in a name becomes a slash. */
  String dotted() {
    return swapped(path, '/', '.');
  }

  String file() {
    return "/proc/sys/" + path;
  }

  boolean isPattern() {
    return path.matches(".*[*?\\[].*");
  }

  /** As glob(7): the wildcards do not match a slash. */
  boolean matches(Key other) {
    StringBuilder regex = new StringBuilder();
    for (char c : path.toCharArray()) {
      switch (c) {
        case '*' -> regex.append("[^/]*");
        case '?' -> regex.append("[^/]");
        case '[', ']' -> regex.append(c);
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return other.path.matches(regex.toString());
  }

  /**
   * Mirrors slashdot of procps: unless the first separator is already the new one, both are
   * exchanged.
   */
  private static String swapped(String text, char from, char to) {
    int first = 0;
    while (first < text.length() && text.charAt(first) != '.' && text.charAt(first) != '/') {
      first++;
    }
    if (first == text.length() || text.charAt(first) == to) {
      return text;
    }
    StringBuilder swapped = new StringBuilder(text);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      swapped.setCharAt(i, c == from ? to : c == to ? from : c);
    }
    return swapped.toString();
  }
}
