package vethlab.shell;

import java.nio.charset.StandardCharsets;

/** Bytes that grow at their end; immutable, so that a copy costs nothing. */
final class Rope {
  static final Rope EMPTY = new Rope(null, new byte[0], 0);

  private final Rope before;
  private final byte[] tail;
  private final long size;
  private byte[] flat;

  private Rope(Rope before, byte[] tail, long size) {
    this.before = before;
    this.tail = tail;
    this.size = size;
  }

  static Rope of(byte[] bytes) {
    return EMPTY.plus(bytes);
  }

  static Rope of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  Rope plus(byte[] bytes) {
    return bytes.length == 0 ? this : new Rope(this, bytes, size + bytes.length);
  }

  long size() {
    return size;
  }

  /** All bytes; not to be changed. */
  byte[] bytes() {
    if (flat == null) {
      byte[] all = new byte[Math.toIntExact(size)];
      int end = all.length;
      for (Rope r = this; r != null; r = r.before) {
        byte[] piece = r.flat != null ? r.flat : r.tail;
        System.arraycopy(piece, 0, all, end - piece.length, piece.length);
        end -= piece.length;
        if (r.flat != null) {
          break;
        }
      }
      flat = all;
    }
    return flat;
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
