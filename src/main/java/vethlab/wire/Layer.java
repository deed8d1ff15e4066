package vethlab.wire;

import java.util.List;

/** A header, or the data behind the last one; it has at least one field. */
public record Layer(String name, List<Field> fields) {
  public Layer {
    fields = List.copyOf(fields);
  }

  /** Of its first byte in the frame. */
  public int offset() {
    return fields.getFirst().offset();
  }

  /** In bytes. */
  public int length() {
    return fields.getLast().end() - offset();
  }
}
