package vethlab.shell.text;

import java.util.Locale;

/** Floating numbers as C's printf shows them. */
public final class Numbers {

  private Numbers() {}

  /** One of the conversions f, e, g and their capitals. */
  public static String format(char kind, int precision, double value) {
    if (Double.isNaN(value)) {
      return Character.isUpperCase(kind) ? "NAN" : "nan";
    }
    if (Double.isInfinite(value)) {
      String text = value < 0 ? "-inf" : "inf";
      return Character.isUpperCase(kind) ? text.toUpperCase(Locale.ROOT) : text;
    }
    return switch (kind) {
      case 'f', 'F' -> String.format(Locale.ROOT, "%." + precision + "f", value);
      case 'e' -> String.format(Locale.ROOT, "%." + precision + "e", value);
      case 'E' -> String.format(Locale.ROOT, "%." + precision + "E", value);
      case 'G' -> general(precision, value).toUpperCase(Locale.ROOT);
      default -> general(precision, value);
    };
  }

  private static String general(int precision, double value) {
    if (value == 0) {
      return "0";
    }
    int digits = Math.max(1, precision);
    String scientific = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    int exponent = Integer.parseInt(scientific.substring(scientific.indexOf('e') + 1));
    if (exponent < -4 || exponent >= digits) {
      int e = scientific.indexOf('e');
      return withoutZeros(scientific.substring(0, e)) + scientific.substring(e);
    }
    return withoutZeros(String.format(Locale.ROOT, "%." + (digits - 1 - exponent) + "f", value));
  }

  private static String withoutZeros(String text) {
    return text.indexOf('.') < 0 ? text : text.replaceFirst("\\.?0+$", "");
  }
}
