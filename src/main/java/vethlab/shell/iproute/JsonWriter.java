package vethlab.shell.iproute;

/** Writes JSON in iproute2's own layout, compact or indented by four. */
final class JsonWriter {

  enum Layout {
    COMPACT,
    PRETTY
  }

  private final StringBuilder out;
  private final Layout layout;
  private int depth;
  private boolean separate;

  JsonWriter(StringBuilder out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  void startObject() {
    begin('{');
  }

  void endObject() {
    end('}');
  }

  void startArray() {
    begin('[');
    space();
  }

  void endArray() {
    if (separate) {
      space();
    }
    separate = false;
    end(']');
  }

  void name(String name) {
    separator();
    lineEnd();
    separate = false;
    quote(name);
    out.append(':');
    space();
  }

  void string(String value) {
    separator();
    quote(value);
  }

  /** A number, true, false or null. */
  void literal(String value) {
    separator();
    out.append(value);
  }

  private void begin(char c) {
    separator();
    out.append(c);
    depth++;
    separate = false;
  }

  private void end(char c) {
    depth--;
    if (separate) {
      lineEnd();
    }
    out.append(c);
    separate = true;
  }

  private void separator() {
    if (separate) {
      out.append(',');
    }
    separate = true;
  }

  private void space() {
    if (layout == Layout.PRETTY) {
      out.append(' ');
    }
  }

  private void lineEnd() {
    if (layout == Layout.PRETTY) {
      out.append('\n').append("    ".repeat(depth));
    }
  }

  private void quote(String text) {
    out.append('"');
    text.chars().forEach(c -> out.append(escaped((char) c)));
    out.append('"');
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\f' -> "\\f";
      case '\b' -> "\\b";
      case '\\' -> "\\\\";
      case '"' -> "\\\"";
      default -> String.valueOf(c);
    };
  }
}
