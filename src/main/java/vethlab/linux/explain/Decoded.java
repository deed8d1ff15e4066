package vethlab.linux.explain;

import java.util.List;

/**
 * A part of a message with its name and value, and where its bytes are.
 *
 * @param value empty where the parts inside are all there is
 * @param offset of the first byte in the message
 */
public record Decoded(String name, String value, int offset, int length, List<Decoded> inside) {

  /** This part and those inside, a line each, two blanks deeper inside. */
  public String text() {
    StringBuilder out = new StringBuilder();
    write(out, 0);
    return out.toString();
  }

  private void write(StringBuilder out, int depth) {
    out.append("  ".repeat(depth)).append(name);
    if (!value.isEmpty()) {
      out.append(' ').append(value);
    }
    out.append('\n');
    inside.forEach(d -> d.write(out, depth + 1));
  }
}
