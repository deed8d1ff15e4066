package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import vethlab.shell.Files;

/**
 * Patterns of the shell: {@code * ? [a-z] [!a] [[:digit:]]}; a backslash protects a character.
 * Source: POSIX 2.13, bash's strmatch by behaviour. Not modelled: extended patterns, locales.
 */
final class Glob {

  private Glob() {}

  /** The pattern that matches this text only. */
  static String quote(String text) {
    StringBuilder quoted = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpecial(c) || c == '\\' || c == ']' || c == '-' || c == '!' || c == '^') {
        if (quoted == null) {
          quoted = new StringBuilder(text.substring(0, i));
        }
        quoted.append('\\').append(c);
      } else if (quoted != null) {
        quoted.append(c);
      }
    }
    return quoted == null ? text : quoted.toString();
  }

  static boolean isSpecial(char c) {
    return c == '*' || c == '?' || c == '[';
  }

  static boolean hasSpecial(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isSpecial(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether anything in the pattern stands for other characters: a lone bracket does not. */
  static boolean isPattern(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' || c == '?' || (c == '[' && classEnd(pattern, i) > 0)) {
        return true;
      }
      if (c == '\\') {
        i++;
      }
    }
    return false;
  }

  static boolean matches(String pattern, String text) {
    return matches(pattern, 0, text, 0, text.length());
  }

  /** Whether the pattern matches all of {@code text} from {@code t} to {@code end}. */
  static boolean matches(String pattern, int from, String text, int begin, int end) {
    int p = from;
    int t = begin;
    int star = -1;
    int retry = 0;
    while (t < end) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = t;
        continue;
      }
      int next = p < pattern.length() ? matchOne(pattern, p, text.charAt(t)) : -1;
      if (next >= 0) {
        p = next;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Where the pattern goes on when its element at {@code p} takes this character, or -1. */
  private static int matchOne(String pattern, int p, char c) {
    char k = pattern.charAt(p);
    if (k == '?') {
      return p + 1;
    }
    if (k == '[') {
      int close = classEnd(pattern, p);
      if (close > 0) {
        return inClass(pattern, p + 1, close, c) ? close + 1 : -1;
      }
    }
    if (k == '\\' && p + 1 < pattern.length()) {
      return pattern.charAt(p + 1) == c ? p + 2 : -1;
    }
    return k == c ? p + 1 : -1;
  }

  private static int classEnd(String pattern, int open) {
    int p = open + 1;
    if (p < pattern.length() && (pattern.charAt(p) == '!' || pattern.charAt(p) == '^')) {
      p++;
    }
    if (p < pattern.length() && pattern.charAt(p) == ']') {
      p++;
    }
    while (p < pattern.length() && pattern.charAt(p) != ']') {
      if (pattern.startsWith("[:", p)) {
        int end = pattern.indexOf(":]", p);
        p = end < 0 ? p + 1 : end + 2;
      } else {
        p += pattern.charAt(p) == '\\' ? 2 : 1;
      }
    }
    return p < pattern.length() ? p : -1;
  }

  private static boolean inClass(String pattern, int from, int close, char c) {
    int p = from;
    boolean inverted = pattern.charAt(p) == '!' || pattern.charAt(p) == '^';
    if (inverted) {
      p++;
    }
    boolean found = false;
    while (p < close) {
      if (pattern.startsWith("[:", p) && pattern.indexOf(":]", p) > 0) {
        int end = pattern.indexOf(":]", p);
        found |= isOfClass(pattern.substring(p + 2, end), c);
        p = end + 2;
        continue;
      }
      if (pattern.charAt(p) == '\\' && p + 1 < close) {
        p++;
      }
      char low = pattern.charAt(p++);
      char high = low;
      if (p + 1 < close && pattern.charAt(p) == '-') {
        p += pattern.charAt(p + 1) == '\\' ? 2 : 1;
        high = pattern.charAt(p++);
      }
      found |= c >= low && c <= high;
    }
    return found != inverted;
  }

  private static boolean isOfClass(String name, char c) {
    return switch (name) {
      case "alpha" -> Character.isLetter(c);
      case "digit" -> c >= '0' && c <= '9';
      case "alnum" -> Character.isLetterOrDigit(c);
      case "upper" -> Character.isUpperCase(c);
      case "lower" -> Character.isLowerCase(c);
      case "space" -> " \t\n\r\f\u000b".indexOf(c) >= 0;
      case "blank" -> c == ' ' || c == '\t';
      case "punct" -> c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
      case "xdigit" -> Character.digit(c, 16) >= 0;
      case "print" -> c >= ' ' && c != 127;
      case "graph" -> c > ' ' && c != 127;
      case "cntrl" -> c < ' ' || c == 127;
      default -> false;
    };
  }

  /** The paths that match, sorted; none when nothing does. */
  static List<String> paths(String pattern, Files files) {
    boolean absolute = pattern.startsWith("/");
    List<String> found = List.of(absolute ? "/" : "");
    String[] steps = pattern.split("/+");
    for (int i = absolute ? 1 : 0; i < steps.length; i++) {
      List<String> next = new ArrayList<>();
      for (String base : found) {
        step(base, steps[i], i < steps.length - 1, files, next);
      }
      found = next;
    }
    return found;
  }

  private static void step(
      String base, String pattern, boolean inner, Files files, List<String> found) {
    String prefix = base.isEmpty() || base.endsWith("/") ? base : base + "/";
    if (!hasSpecial(pattern)) {
      String path = prefix + pattern.replaceAll("\\\\(.)", "$1");
      if (files.exists(path)) {
        found.add(path);
      }
      return;
    }
    String directory = base.isEmpty() ? "." : base;
    if (!files.isDirectory(directory)) {
      return;
    }
    for (String name : files.list(directory)) {
      boolean hidden = name.startsWith(".") && !pattern.startsWith(".");
      if (!hidden && matches(pattern, name) && (!inner || files.isDirectory(prefix + name))) {
        found.add(prefix + name);
      }
    }
  }
}
