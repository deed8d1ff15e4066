package vethlab.wire;

/** Turns a frame into bytes. */
public final class FrameWriter {
  private static final int TAG_LENGTH = 4;

  private FrameWriter() {}

  /**
   * The frame's bytes with its VLAN tag put in, without padding or frame check sequence.
   *
   * @throws IllegalArgumentException if an IPv4 packet in it exceeds 65535 bytes
   */
  public static byte[] encode(Frame frame) {
    int tag = frame.vlan().isNone() ? 0 : TAG_LENGTH;
    byte[] bytes = new byte[frame.length() + tag];
    ByteWriter out = new ByteWriter(bytes, 0).mac(frame.dst()).mac(frame.src());
    if (tag != 0) {
      out.u16(frame.vlan().protocol()).u16(frame.vlan().tci());
    }
    out.u16(frame.payload().etherType());
    switch (frame.payload()) {
      case Arp arp -> write(arp, out);
      case Ipv4 packet -> PacketWriter.write(packet, out);
      case OtherPayload other -> out.bytes(other.data());
    }
    return bytes;
  }

  private static void write(Arp arp, ByteWriter out) {
    out.u16(1).u16(EtherType.IPV4).u8(6).u8(4).u16(arp.op());
    out.mac(arp.sha()).ip4(arp.spa()).mac(arp.tha()).ip4(arp.tpa());
  }
}
