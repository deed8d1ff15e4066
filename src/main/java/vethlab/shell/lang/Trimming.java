package vethlab.shell.lang;

/** What {@code ${x#p} ${x%p} ${x/p/r} ${x^p}} do to a text. */
final class Trimming {

  private Trimming() {}

  static String trim(String kind, String text, String pattern) {
    int n = text.length();
    switch (kind) {
      case "#" -> {
        for (int i = 0; i <= n; i++) {
          if (Glob.matches(pattern, 0, text, 0, i)) {
            return text.substring(i);
          }
        }
      }
      case "##" -> {
        for (int i = n; i >= 0; i--) {
          if (Glob.matches(pattern, 0, text, 0, i)) {
            return text.substring(i);
          }
        }
      }
      case "%" -> {
        for (int i = n; i >= 0; i--) {
          if (Glob.matches(pattern, 0, text, i, n)) {
            return text.substring(0, i);
          }
        }
      }
      default -> {
        for (int i = 0; i <= n; i++) {
          if (Glob.matches(pattern, 0, text, i, n)) {
            return text.substring(0, i);
          }
        }
      }
    }
    return text;
  }

  static String replace(String kind, String text, String pattern, String with) {
    int n = text.length();
    if (pattern.isEmpty()) {
      return text;
    }
    if (kind.equals("/#") || kind.equals("/%")) {
      return replaceEnd(kind, text, pattern, with);
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < n) {
      int end = longest(text, i, pattern);
      if (end <= i) {
        out.append(text.charAt(i++));
        continue;
      }
      out.append(with);
      i = end;
      if (kind.equals("/")) {
        break;
      }
    }
    return out.append(text.substring(i)).toString();
  }

  private static String replaceEnd(String kind, String text, String pattern, String with) {
    if (kind.equals("/#")) {
      int end = longest(text, 0, pattern);
      return end < 0 ? text : with + text.substring(end);
    }
    for (int i = 0; i <= text.length(); i++) {
      if (Glob.matches(pattern, 0, text, i, text.length())) {
        return text.substring(0, i) + with;
      }
    }
    return text;
  }

  private static int longest(String text, int from, String pattern) {
    for (int end = text.length(); end >= from; end--) {
      if (Glob.matches(pattern, 0, text, from, end)) {
        return end;
      }
    }
    return -1;
  }

  static String changeCase(String kind, String text, String pattern) {
    StringBuilder out = new StringBuilder(text);
    int most = kind.length() == 2 ? text.length() : Math.min(1, text.length());
    for (int i = 0; i < most; i++) {
      char c = text.charAt(i);
      if (pattern.isEmpty() || Glob.matches(pattern, String.valueOf(c))) {
        out.setCharAt(
            i, kind.startsWith("^") ? Character.toUpperCase(c) : Character.toLowerCase(c));
      }
    }
    return out.toString();
  }
}
