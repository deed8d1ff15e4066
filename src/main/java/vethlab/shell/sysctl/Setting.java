package vethlab.shell.sysctl;

import java.util.Optional;

/**
 * A line {@code key = value}.
 *
 * @param value absent on a line {@code -key}, which keeps a pattern from setting the key
 */
record Setting(Key key, Optional<String> value) {

  /** What a line is. */
  sealed interface Line {
    record Nothing() implements Line {}

    record Invalid() implements Line {}

    record Set(Setting setting) implements Line {}
  }

  static Line parse(String text) {
    String line = text.stripLeading();
    if (line.length() < 2 || line.startsWith("#") || line.startsWith(";")) {
      return new Line.Nothing();
    }
    boolean minus = line.startsWith("-");
    int equals = line.indexOf('=');
    if (equals < 0) {
      return minus
          ? new Line.Set(new Setting(Key.of(line.substring(1).strip()), Optional.empty()))
          : new Line.Invalid();
    }
    String key = line.substring(minus ? 1 : 0, equals).stripTrailing();
    String value = line.substring(equals + 1).strip();
    return new Line.Set(new Setting(Key.of(key), Optional.of(value)));
  }
}
