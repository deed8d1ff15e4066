package vethlab.lab.compare;

/** A frame's bytes with the fields that a comparison asks for. */
record RawFrame(byte[] bytes) {
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int IGMP = 2;

  int u8(int at) {
    return bytes[at] & 0xff;
  }

  int u16(int at) {
    return u8(at) << 8 | u8(at + 1);
  }

  long u32(int at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  int length() {
    return bytes.length;
  }

  boolean isLeftOut() {
    if (length() < 14) {
      return true;
    }
    boolean stp =
        u8(0) == 1 && u8(1) == 0x80 && u8(2) == 0xc2 && u8(3) == 0 && u8(4) == 0 && u8(5) == 0;
    int type = u16(12);
    return stp || type == IPV6 || type == IPV4 && length() > 23 && u8(23) == IGMP;
  }
}
