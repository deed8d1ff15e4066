package vethlab.shell.programs;

import vethlab.wire.Bytes;

/** What ping fills its requests with: the bytes 0, 1, 2 … after room for the time. */
final class PingData {
  private static final Bytes USUAL = make(56);

  private PingData() {}

  static Bytes of(int size) {
    return size == 56 ? USUAL : make(size);
  }

  private static Bytes make(int size) {
    byte[] bytes = new byte[size];
    for (int i = 16; i < size; i++) {
      bytes[i] = (byte) i;
    }
    return Bytes.wrap(bytes);
  }
}
