package vethlab.lab.write;

import java.util.regex.Pattern;

/** A text as YAML writes it: plain where every reader takes it for a text, else in quotes. */
final class Scalar {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./+@ -]*(?<! )");
  private static final Pattern ODD =
      Pattern.compile(
          "(?i)true|false|yes|no|on|off|y|n|null|~|[-+]?[0-9][0-9_.]*([eE][-+]?[0-9]+)?|0x[0-9a-f]+"
              + "|\\.inf|\\.nan|[-+]?\\..*");

  private Scalar() {}

  static String of(String text) {
    if (PLAIN.matcher(text).matches() && !ODD.matcher(text).matches()) {
      return text;
    }
    return quoted(text);
  }

  /** A number as it is, anything else as {@link #of}. */
  static String value(String text) {
    return text.matches("[0-9]{1,18}") ? text : of(text);
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            default -> {
              if (c < 32) {
                quoted.append(String.format("\\x%02x", c));
              } else {
                quoted.appendCodePoint(c);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }
}
