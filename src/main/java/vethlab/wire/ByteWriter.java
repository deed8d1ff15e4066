package vethlab.wire;

/** Writes numbers in network order into an array, one behind the other. */
final class ByteWriter {
  final byte[] array;
  int at;

  ByteWriter(byte[] array, int at) {
    this.array = array;
    this.at = at;
  }

  ByteWriter u8(int value) {
    array[at++] = (byte) value;
    return this;
  }

  ByteWriter u16(int value) {
    array[at++] = (byte) (value >> 8);
    array[at++] = (byte) value;
    return this;
  }

  ByteWriter u32(int value) {
    return u16(value >> 16).u16(value);
  }

  ByteWriter mac(Mac mac) {
    return u16((int) (mac.bits() >> 32)).u32((int) mac.bits());
  }

  ByteWriter ip4(Ip4 address) {
    return u32(address.bits());
  }

  ByteWriter bytes(Bytes bytes) {
    bytes.copyTo(array, at);
    at += bytes.length();
    return this;
  }

  /** Sets the checksum at {@code where}, zero until now, of what was written since {@code from}. */
  void checksum(int where, int from, long startSum) {
    put16(where, Checksum.finish(startSum + Checksum.sum(array, from, at)));
  }

  void put16(int where, int value) {
    array[where] = (byte) (value >> 8);
    array[where + 1] = (byte) value;
  }

  int get16(int where) {
    return (array[where] & 0xff) << 8 | array[where + 1] & 0xff;
  }
}
