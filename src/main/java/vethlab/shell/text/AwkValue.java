package vethlab.shell.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value of awk: a number, a text, or a text from the input that may look like a number. */
sealed interface AwkValue {
  AwkValue UNSET = new Input("");
  AwkValue ZERO = new Num(0);
  AwkValue ONE = new Num(1);
  Pattern LEADING = Pattern.compile("\\s*([-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?)");

  record Num(double value) implements AwkValue {}

  record Text(String value) implements AwkValue {}

  record Input(String value) implements AwkValue {}

  static AwkValue of(boolean truth) {
    return truth ? ONE : ZERO;
  }

  default double number() {
    return switch (this) {
      case Num(double value) -> value;
      case Text(String text) -> leading(text);
      case Input(String text) -> leading(text);
    };
  }

  private static double leading(String text) {
    Matcher m = LEADING.matcher(text);
    return m.lookingAt() ? Double.parseDouble(m.group(1)) : 0;
  }

  default String text() {
    return switch (this) {
      case Num(double value) -> shown(value);
      case Text(String text) -> text;
      case Input(String text) -> text;
    };
  }

  static String shown(double value) {
    if (value == Math.rint(value) && value >= -2147483648.0 && value < 2147483648.0) {
      return "" + (long) value;
    }
    return Numbers.format('g', 6, value);
  }

  default boolean isNumeric() {
    return switch (this) {
      case Num n -> true;
      case Text t -> false;
      case Input(String text) -> {
        Matcher m = LEADING.matcher(text);
        yield text.isEmpty() && this == UNSET || m.lookingAt() && text.substring(m.end()).isBlank();
      }
    };
  }

  default boolean isTrue() {
    return switch (this) {
      case Num(double value) -> value != 0;
      case Text(String text) -> !text.isEmpty();
      case Input(String text) -> isNumeric() ? number() != 0 : !text.isEmpty();
    };
  }

  static int compare(AwkValue a, AwkValue b) {
    return a.isNumeric() && b.isNumeric()
        ? Double.compare(a.number(), b.number())
        : a.text().compareTo(b.text());
  }
}
