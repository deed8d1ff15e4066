package vethlab.shell.programs;

import java.util.Arrays;
import vethlab.wire.Bytes;

/** What ping fills its requests with: the bytes 0, 1, 2 … after room for the time. */
final class PingData {
  /** Room for a struct timeval. */
  private static final int STAMP = 16;

  private static final Bytes USUAL = make(56);

  private PingData() {}

  /**
   * @param pattern -p: hexadecimal digits that are repeated instead, but for the last bytes
   */
  static Bytes of(int size, String pattern) {
    if (!pattern.isEmpty()) {
      return filled(size, pattern);
    }
    return size == 56 ? USUAL : make(size);
  }

  /** Source: ping_common.c fill. */
  private static Bytes filled(int size, String pattern) {
    byte[] bytes = new byte[size];
    int length = pattern.length() / 2;
    for (int at = 0; length > 0 && at + length + 8 <= size; at += length) {
      for (int i = 0; i < length; i++) {
        bytes[at + i] = (byte) Integer.parseInt(pattern.substring(2 * i, 2 * i + 2), 16);
      }
    }
    Arrays.fill(bytes, 0, Math.min(size, STAMP), (byte) 0);
    return Bytes.wrap(bytes);
  }

  private static Bytes make(int size) {
    byte[] bytes = new byte[size];
    for (int i = STAMP; i < size; i++) {
      bytes[i] = (byte) i;
    }
    return Bytes.wrap(bytes);
  }
}
