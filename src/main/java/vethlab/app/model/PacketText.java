package vethlab.app.model;

import vethlab.wire.Arp;
import vethlab.wire.IcmpEcho;
import vethlab.wire.IcmpError;
import vethlab.wire.Ipv4;
import vethlab.wire.OtherPayload;
import vethlab.wire.Payload;
import vethlab.wire.Tcp;
import vethlab.wire.Udp;

/** A packet in a few words, as its token carries them. */
public final class PacketText {
  private PacketText() {}

  /** ARP, ICMP, UDP, TCP, or what else it is. */
  public static String protocol(Payload payload) {
    return switch (payload) {
      case Arp arp -> "ARP";
      case Ipv4 packet ->
          switch (packet.protocol()) {
            case 1 -> "ICMP";
            case 6 -> "TCP";
            case 17 -> "UDP";
            default -> "IP";
          };
      case OtherPayload other -> other.etherType() == 0 ? "" : "L2";
    };
  }

  public static String label(Payload payload) {
    return switch (payload) {
      case Arp arp -> arp.op() == Arp.REQUEST ? "who-has " + arp.tpa() : arp.spa() + " is-at";
      case Ipv4 packet -> transport(packet);
      case OtherPayload other -> other.etherType() == 0 ? "" : vethlab.wire.Summary.of(other);
    };
  }

  private static String transport(Ipv4 packet) {
    return switch (packet.transport()) {
      case IcmpEcho echo -> (echo.request() ? "echo request " : "echo reply ") + echo.sequence();
      case IcmpError error ->
          vethlab.wire.Summary.of(packet).replaceFirst(",.*", "").replaceFirst("^ICMP ", "");
      case Udp udp -> udp.sport() + " → " + udp.dport();
      case Tcp tcp -> flags(tcp) + " " + tcp.sport() + " → " + tcp.dport();
      default -> "protocol " + packet.protocol();
    };
  }

  private static String flags(Tcp tcp) {
    StringBuilder text = new StringBuilder();
    add(text, tcp.isSyn(), "SYN");
    add(text, tcp.isFin(), "FIN");
    add(text, tcp.isRst(), "RST");
    add(text, tcp.isAck(), "ACK");
    return text.isEmpty() ? "-" : text.toString();
  }

  private static void add(StringBuilder text, boolean set, String word) {
    if (set) {
      text.append(text.isEmpty() ? "" : " ").append(word);
    }
  }

  /** An answer is drawn hollow. */
  public static boolean isReply(Payload payload) {
    return switch (payload) {
      case Arp arp -> arp.op() == Arp.REPLY;
      case Ipv4 packet ->
          switch (packet.transport()) {
            case IcmpEcho echo -> !echo.request();
            case IcmpError error -> true;
            case Tcp tcp -> tcp.isAck() && tcp.isSyn();
            default -> false;
          };
      case OtherPayload other -> false;
    };
  }
}
