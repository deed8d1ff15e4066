package vethlab.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/** What a session has printed, in order; immutable, so that a copy costs nothing. */
public final class Transcript {

  /** Where something was printed. */
  public enum Stream {
    OUT,
    ERR
  }

  public static final Transcript EMPTY = new Transcript(null, Stream.OUT, new byte[0], 0);

  private final Transcript before;
  private final Stream stream;
  private final byte[] piece;
  private final long size;

  private Transcript(Transcript before, Stream stream, byte[] piece, long size) {
    this.before = before;
    this.stream = stream;
    this.piece = piece;
    this.size = size;
  }

  Transcript plus(Stream stream, byte[] bytes) {
    return bytes.length == 0 ? this : new Transcript(this, stream, bytes, size + bytes.length);
  }

  /** Bytes printed so far. */
  public long size() {
    return size;
  }

  /**
   * Gives every piece printed after an earlier transcript of the same session, oldest first; all of
   * them when {@code earlier} is {@link #EMPTY}. The arrays are not to be changed.
   */
  public void since(Transcript earlier, BiConsumer<Stream, byte[]> reader) {
    Deque<Transcript> pieces = new ArrayDeque<>();
    for (Transcript t = this; t != null && t.size > earlier.size; t = t.before) {
      pieces.push(t);
    }
    pieces.forEach(t -> reader.accept(t.stream, t.piece));
  }

  /** All of one stream. */
  public String text(Stream wanted) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    since(
        EMPTY,
        (from, bytes) -> {
          if (from == wanted) {
            all.writeBytes(bytes);
          }
        });
    return all.toString(StandardCharsets.UTF_8);
  }

  /** Both streams, interleaved as they were printed. */
  public String text() {
    return textSince(EMPTY);
  }

  /** What was printed after an earlier transcript of the same session. */
  public String textSince(Transcript earlier) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    since(earlier, (from, bytes) -> all.writeBytes(bytes));
    return all.toString(StandardCharsets.UTF_8);
  }
}
