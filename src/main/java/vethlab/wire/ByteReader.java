package vethlab.wire;

/** Reads numbers in network order from bytes; whoever reads has looked that there are enough. */
final class ByteReader {
  private final Bytes bytes;
  private int at;

  ByteReader(Bytes bytes) {
    this.bytes = bytes;
  }

  int left() {
    return bytes.length() - at;
  }

  int u8() {
    return bytes.at(at++);
  }

  int u16() {
    return u8() << 8 | u8();
  }

  int u32() {
    return u16() << 16 | u16();
  }

  Mac mac() {
    return new Mac((long) u16() << 32 | Integer.toUnsignedLong(u32()));
  }

  Ip4 ip4() {
    return new Ip4(u32());
  }

  Bytes take(int length) {
    Bytes taken = bytes.slice(at, at + length);
    at += length;
    return taken;
  }

  Bytes rest() {
    return take(left());
  }
}
