package vethlab.wire;

/**
 * A field of a header, and where it is.
 *
 * @param offset of its first byte in the frame; fields of less than a byte share theirs
 * @param length in bytes
 */
public record Field(String name, String value, int offset, int length) {
  /** The first byte behind it. */
  public int end() {
    return offset + length;
  }
}
