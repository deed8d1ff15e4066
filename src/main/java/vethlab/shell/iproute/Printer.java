package vethlab.shell.iproute;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints facts twice over: as the words of the text output, or as a key and value of the JSON one.
 * Formats hold one {@code %s} (or {@code %d}) and are used in text only.
 */
final class Printer {

  /** The colours of {@code -color}; {@link #NONE} never changes anything. */
  enum Color {
    NONE(""),
    IFNAME("\u001b[36m"),
    MAC("\u001b[33m"),
    INET("\u001b[35m"),
    OPERSTATE_UP("\u001b[32m"),
    OPERSTATE_DOWN("\u001b[31m");

    private final String escape;

    Color(String escape) {
      this.escape = escape;
    }
  }

  private final StringBuilder out;
  private final Options options;
  private final Optional<JsonWriter> json;

  Printer(StringBuilder out, Options options) {
    this.out = out;
    this.options = options;
    this.json =
        options.json() ? Optional.of(new JsonWriter(out, options.layout())) : Optional.empty();
  }

  boolean json() {
    return json.isPresent();
  }

  /** Opens the list all objects stand in. */
  Printer start() {
    json.ifPresent(JsonWriter::startArray);
    return this;
  }

  void finish() {
    json.ifPresent(writer -> {
      writer.endArray();
      out.append('\n');
    });
  }

  void open() {
    json.ifPresent(JsonWriter::startObject);
  }

  void open(String key) {
    json.ifPresent(writer -> {
      writer.name(key);
      writer.startObject();
    });
  }

  void close() {
    json.ifPresent(JsonWriter::endObject);
  }

  /**
   * A list: in JSON under its key, in text between {@code before} and what {@link #endList} gets.
   */
  void list(String key, String before) {
    json.ifPresentOrElse(
        writer -> {
          writer.name(key);
          writer.startArray();
        },
        () -> out.append(before));
  }

  void endList(String after) {
    json.ifPresentOrElse(JsonWriter::endArray, () -> out.append(after));
  }

  /** A member of a list. */
  void item(String format, String value) {
    json.ifPresentOrElse(writer -> writer.string(value), () -> append(format, value));
  }

  /** Something that only the text shows. */
  void text(String text) {
    if (json.isEmpty()) {
      out.append(text);
    }
  }

  /** The line's end, or a backslash when everything shall stand on one line. */
  void newLine() {
    text(options.lineEnd());
  }

  void string(String key, String format, String value) {
    colored(Color.NONE, key, format, value);
  }

  void colored(Color color, String key, String format, String value) {
    json.ifPresentOrElse(
        writer -> {
          writer.name(key);
          writer.string(value);
        },
        () -> paint(color, padded(format, value)));
  }

  /** C counts a field's width in bytes, Java in characters. */
  private static String padded(String format, String value) {
    String text = String.format(Locale.ROOT, format, value);
    int more = value.getBytes(StandardCharsets.UTF_8).length - value.length();
    int end = text.length();
    int needed = text.stripTrailing().length();
    boolean pads = format.startsWith("%-") && more > 0 && end - needed > more;
    return pads ? text.substring(0, end - more) : text;
  }

  /** Text that only the text output shows, in a colour. */
  void colored(Color color, String text) {
    if (json.isEmpty()) {
      paint(color, text);
    }
  }

  void number(String key, String format, long value) {
    json.ifPresentOrElse(
        writer -> {
          writer.name(key);
          writer.literal(Long.toUnsignedString(value));
        },
        () -> append(format, value));
  }

  void hex(String key, String format, long value) {
    string(key, format, value == 0 ? "0" : "0x" + Long.toHexString(value));
  }

  void onOff(String key, String format, boolean on) {
    json.ifPresentOrElse(
        writer -> {
          writer.name(key);
          writer.literal(String.valueOf(on));
        },
        () -> append(format, on ? "on" : "off"));
  }

  /** A fact that is true: {@code true} in JSON. */
  void flag(String key, String text) {
    literal(key, text, "true");
  }

  /** A fact without a value: {@code null} in JSON. */
  void mark(String key, String text) {
    literal(key, text, "null");
  }

  /** A value that JSON writes as it stands, and a text of its own. */
  void literal(String key, String text, String value) {
    json.ifPresentOrElse(
        writer -> {
          writer.name(key);
          writer.literal(value);
        },
        () -> out.append(text));
  }

  /** A value that only JSON shows. */
  void jsonOnly(String key, String value) {
    json.ifPresent(writer -> {
      writer.name(key);
      writer.string(value);
    });
  }

  /** A number or truth value that only JSON shows. */
  void jsonLiteral(String key, String value) {
    literal(key, "", value);
  }

  private void append(String format, Object value) {
    out.append(String.format(Locale.ROOT, format, value));
  }

  private void paint(Color color, String text) {
    if (options.color() && !color.escape.isEmpty()) {
      out.append(color.escape).append(text).append("\u001b[0m");
    } else {
      out.append(text);
    }
  }
}
