package vethlab.wire;

/** One line of text for a frame or a packet. */
public final class Summary {
  private Summary() {}

  /** The frame's payload in one line. */
  public static String of(Frame frame) {
    return switch (frame.payload()) {
      case Arp arp -> of(arp);
      case Ipv4 packet -> of(packet);
      case OtherPayload other -> of(other);
    };
  }

  public static String of(Arp arp) {
    return "ARP " + arp.op();
  }

  public static String of(Ipv4 packet) {
    return packet.src() + " > " + packet.dst() + " ttl " + packet.ttl();
  }

  public static String of(OtherPayload other) {
    return "ethertype 0x" + Integer.toHexString(other.etherType());
  }
}
