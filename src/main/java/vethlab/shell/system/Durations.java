package vethlab.shell.system;

import java.util.OptionalLong;

/** Times as sleep(1) and timeout(1) read them: a number with s, m, h or d behind it. */
final class Durations {
  private static final double NANOS = 1e9;

  private Durations() {}

  /** In nanoseconds; empty when the word is no time. */
  static OptionalLong parse(String word) {
    if (word.equals("infinity") || word.equals("inf")) {
      return OptionalLong.of(Long.MAX_VALUE / 4);
    }
    if (!word.matches("(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,2})?[smhd]?")) {
      return OptionalLong.empty();
    }
    char unit = word.charAt(word.length() - 1);
    double factor =
        switch (unit) {
          case 'm' -> 60;
          case 'h' -> 3600;
          case 'd' -> 86_400;
          default -> 1;
        };
    String number = Character.isLetter(unit) ? word.substring(0, word.length() - 1) : word;
    double nanos = Double.parseDouble(number) * factor * NANOS;
    return OptionalLong.of((long) Math.min(nanos, Long.MAX_VALUE / 4.0));
  }
}
