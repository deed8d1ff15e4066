package vethlab.shell.text;

/**
 * Regular expressions of POSIX, with GNU's additions, as Java writes them. Not modelled: the
 * longest of several alternatives (the first that matches is taken), collating elements.
 */
public final class PosixRegex {
  private final String in;
  private final boolean basic;
  private final StringBuilder out = new StringBuilder();
  private int pos;

  private PosixRegex(String in, boolean basic) {
    this.in = in;
    this.basic = basic;
  }

  /** As grep -E, awk and {@code =~} read it. */
  public static String extended(String regex) {
    return new PosixRegex(regex, false).translate();
  }

  /** As grep and sed read it. */
  public static String basic(String regex) {
    return new PosixRegex(regex, true).translate();
  }

  private String translate() {
    while (pos < in.length()) {
      char c = in.charAt(pos++);
      switch (c) {
        case '\\' -> escape();
        case '[' -> bracket();
        case '*' -> out.append(atStart() ? "\\*" : "*");
        case '^' -> out.append(basic && !atStart() ? "\\^" : "^");
        case '$' -> out.append(basic && !atEnd() ? "\\$" : "$");
        case '{' -> brace();
        case '(', ')', '|', '+', '?' -> out.append(basic ? "\\" + c : "" + c);
        case '}' -> out.append("\\}");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** At the beginning of the expression, of a group or of an alternative. */
  private boolean atStart() {
    int n = out.length();
    if (n == 0) {
      return true;
    }
    char last = out.charAt(n - 1);
    boolean escaped = n > 1 && out.charAt(n - 2) == '\\';
    return !escaped && (last == '(' || last == '|' || (last == '^' && basic));
  }

  private boolean atEnd() {
    return pos == in.length() || in.startsWith("\\)", pos) || in.startsWith("\\|", pos);
  }

  private void escape() {
    if (pos == in.length()) {
      out.append("\\\\");
      return;
    }
    char c = in.charAt(pos++);
    switch (c) {
      case '(', ')', '|', '+', '?' -> out.append(basic ? "" + c : "\\" + c);
      case '{' -> {
        if (basic) {
          int end = in.indexOf("\\}", pos);
          out.append('{').append(in, pos, end < 0 ? in.length() : end).append('}');
          pos = end < 0 ? in.length() : end + 2;
        } else {
          out.append("\\{");
        }
      }
      case '<' -> out.append("\\b(?=\\w)");
      case '>' -> out.append("\\b(?<=\\w)");
      case '`' -> out.append("\\A");
      case '\'' -> out.append("\\z");
      case 'w', 'W', 's', 'S', 'b', 'B', 'n', 't' -> out.append('\\').append(c);
      default -> {
        if (c >= '1' && c <= '9') {
          out.append('\\').append(c);
        } else if (Character.isLetterOrDigit(c)) {
          out.append(c);
        } else {
          out.append('\\').append(c);
        }
      }
    }
  }

  /** A brace counts things only where digits follow it. */
  private void brace() {
    int end = in.indexOf('}', pos);
    if (!basic && end > 0 && in.substring(pos, end).matches("\\d+(,\\d*)?|,\\d+") && !atStart()) {
      String counts = in.substring(pos, end);
      out.append('{').append(counts.startsWith(",") ? "0" + counts : counts).append('}');
      pos = end + 1;
    } else {
      out.append("\\{");
    }
  }

  private void bracket() {
    out.append('[');
    if (pos < in.length() && in.charAt(pos) == '^') {
      out.append('^');
      pos++;
    }
    boolean first = true;
    while (pos < in.length() && (first || in.charAt(pos) != ']')) {
      first = false;
      char c = in.charAt(pos);
      int end = in.indexOf(":]", pos);
      if (in.startsWith("[:", pos) && end > 0) {
        out.append(named(in.substring(pos + 2, end)));
        pos = end + 2;
        continue;
      }
      if ("[]\\&^~".indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
      pos++;
    }
    pos++;
    out.append(']');
  }

  private static String named(String name) {
    return switch (name) {
      case "alpha" -> "\\p{IsAlphabetic}";
      case "digit" -> "0-9";
      case "alnum" -> "\\p{IsAlphabetic}0-9";
      case "upper" -> "\\p{Lu}";
      case "lower" -> "\\p{Ll}";
      case "space" -> "\\s";
      case "blank" -> " \\t";
      case "punct" -> "\\p{Punct}";
      case "xdigit" -> "0-9A-Fa-f";
      case "print" -> "\\P{Cntrl}";
      case "graph" -> "\\p{Graph}";
      case "cntrl" -> "\\p{Cntrl}";
      default -> "";
    };
  }
}
