package vethlab.wire;

/**
 * Where the bytes behind an IPv4 header are.
 *
 * @param start of the first byte
 * @param end behind the last byte there is
 * @param whole is that all of them, so that their checksum can be verified?
 * @param addresses the sum of the packet's two addresses
 */
record Segment(int start, int end, boolean whole, int protocol, long addresses) {
  /** What to say of the checksum found in the segment. */
  String checksum(FieldCursor cursor, int found) {
    if (!whole) {
      return FieldCursor.hex(found, 2);
    }
    byte[] bytes = cursor.range(start, end);
    long sum = Checksum.sum(bytes, 0, bytes.length) - found;
    if (protocol == Protocol.ICMP) {
      return verdict(found, Checksum.finish(sum));
    }
    int expected = Checksum.finish(sum + addresses + protocol + bytes.length);
    if (protocol == Protocol.UDP) {
      return found == 0 ? "0x0000 none" : verdict(found, expected == 0 ? 0xffff : expected);
    }
    return verdict(found, expected);
  }

  static String verdict(int found, int expected) {
    String hex = FieldCursor.hex(found, 2);
    return found == expected
        ? hex + " correct"
        : hex + " wrong, should be " + FieldCursor.hex(expected, 2);
  }
}
