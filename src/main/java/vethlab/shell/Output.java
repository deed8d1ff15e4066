package vethlab.shell;

import java.nio.charset.StandardCharsets;

/**
 * Where a process writes. Nothing written is lost and writing never waits: a process whose pipe is
 * full is not advanced again until the reader has made room, and one whose reader is gone ends by
 * SIGPIPE, both after it returns from {@link Program#advance}.
 */
@FunctionalInterface
public interface Output {

  /** Writes these bytes; the array must not change afterwards. */
  void write(byte[] bytes);

  default void print(String text) {
    if (!text.isEmpty()) {
      write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  default void println(String line) {
    print(line + "\n");
  }
}
