package vethlab.wire;

/**
 * One line of text for a frame or a packet, such as {@code ARP who-has 10.1.1.1 tell 10.1.1.2} or
 * {@code ICMP echo request id 7 seq 1, 10.1.1.2 > 10.1.1.1 ttl 64}.
 */
public final class Summary {
  private static final Mac STP_GROUP = Mac.of(0x01, 0x80, 0xc2, 0, 0, 0);

  private Summary() {}

  /** The frame's tag, if it has one, and its payload. */
  public static String of(Frame frame) {
    String text =
        switch (frame.payload()) {
          case Arp arp -> of(arp);
          case Ipv4 packet -> of(packet);
          case OtherPayload other when frame.dst().equals(STP_GROUP) ->
              "STP, " + Bytes.count(other.length());
          case OtherPayload other -> of(other);
        };
    return frame.vlan().isNone() ? text : "VLAN " + frame.vlan().id() + ": " + text;
  }

  /** Bytes that may be a frame. */
  public static String of(Bytes bytes) {
    return of(FrameReader.parse(bytes));
  }

  static String of(ParseResult result) {
    return switch (result) {
      case ParseResult.Parsed(Frame frame) -> of(frame);
      case ParseResult.Malformed(String why) -> "malformed frame: " + why;
    };
  }

  public static String of(Arp arp) {
    return switch (arp.op()) {
      case Arp.REQUEST -> "ARP who-has " + arp.tpa() + " tell " + arp.spa();
      case Arp.REPLY -> "ARP " + arp.spa() + " is-at " + arp.sha();
      default -> "ARP operation " + arp.op() + " from " + arp.spa();
    };
  }

  public static String of(OtherPayload other) {
    int type = other.etherType();
    String name =
        switch (type) {
          case EtherType.IPV6 -> "IPv6";
          case EtherType.ARP -> "ARP of another network";
          case Vlan.DOT1Q, Vlan.DOT1AD -> "second VLAN tag";
          default ->
              type < EtherType.FIRST_TYPE
                  ? "802.3 frame"
                  : "Ethernet type 0x" + Integer.toHexString(0x10000 | type).substring(1);
        };
    return name + ", " + Bytes.count(other.length());
  }

  public static String of(Ipv4 packet) {
    StringBuilder text = new StringBuilder(80);
    TransportText transport = TransportText.of(packet);
    text.append(transport.what()).append(", ");
    transport.appendEnds(text, packet);
    text.append(" ttl ").append(packet.ttl());
    if (packet.tos() != 0) {
      text.append(" tos 0x").append(Integer.toHexString(packet.tos()));
    }
    return text.toString();
  }

  /** The protocol and the ends alone, as an ICMP error's summary names the packet it is about. */
  static String brief(Ipv4 packet) {
    TransportText text = TransportText.of(packet);
    StringBuilder brief = new StringBuilder(60).append(text.name()).append(' ');
    text.appendEnds(brief, packet);
    return brief.toString();
  }
}
